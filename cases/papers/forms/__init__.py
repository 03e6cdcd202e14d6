"""The forms, one module each: a case in, a paper out."""
