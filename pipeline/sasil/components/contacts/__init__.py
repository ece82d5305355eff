"""Contacts: people and offices to ask, from lines and table rows."""
