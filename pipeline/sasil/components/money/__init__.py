"""MONEY: amounts with a currency."""
