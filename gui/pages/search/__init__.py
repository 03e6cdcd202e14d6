"""Cari: the palette over any page, and the page with filters."""
