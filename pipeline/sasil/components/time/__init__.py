"""Dates, clock times, durations and recurrences, with their normal forms in TIMEX3 (TimeML)."""
