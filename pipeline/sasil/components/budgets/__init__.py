"""Budgets: the money of projects and of groups of projects."""
