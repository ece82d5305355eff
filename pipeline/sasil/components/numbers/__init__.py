"""The one reader of Korean numerals, under money, percentages, quantities and times alike."""
