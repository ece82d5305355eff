"""PERCENT: percentages and percentage points."""
