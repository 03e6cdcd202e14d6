"""Sheets: short forms that stand over a page and record one thing."""
