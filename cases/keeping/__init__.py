"""Keeping a home whole: check it, copy it, bring it back."""
