"""The viewer of one exhibit: picture, what is known of it, its copies, its custody."""

from gui.pages.exhibit.page import ExhibitPage

__all__ = ["ExhibitPage"]
