"""What the rules refuse: a short code and the values, put into words by `cases`."""


class RuleError(ValueError):
    """Something read from outside cannot be used; `code` says what, `values` says which."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        """A short stable name, such as `unknown-zone`."""
        self.values = {key: str(value) for key, value in values.items()}
        """What was found, where, and what is allowed."""

    def __str__(self) -> str:
        return f"{self.code}: " + ", ".join(f"{key}={text}" for key, text in self.values.items())
