"""Names of people, organisations and places: rules over word lists, with Kiwi's tags as one sign among others."""
