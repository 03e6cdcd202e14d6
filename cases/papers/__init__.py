"""Official forms and lists: a block model, one renderer, one module a form."""
