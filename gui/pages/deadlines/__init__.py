"""Tenggat: the month, the agenda, and why each clock ends when it does."""
