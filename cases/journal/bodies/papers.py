"""Bodies of events of papers: what an officer fills in, what was made of it, what came back."""

from msgspec import Struct, field


class PaperFilled(Struct, frozen=True):
    """One field of a form is filled in by hand; `about` as in `paper.made`."""

    form: str
    field: str
    value: str
    about: str = ""


class PaperMade(Struct, frozen=True):
    """A paper was rendered; it is an object (access: making it changes no content)."""

    form: str
    title: str
    object: str
    content_head: str
    final: bool = False
    clarification: str = ""
    exhibit: str = ""
    redacted: bool = False
    about: str = ""
    """Code of the addressee of a letter, where a form has one paper for each."""
    number: str = ""
    """Number of the letter, on a final paper."""
    blank: bool = False
    """An empty form to fill in by hand."""


class PaperHandled(Struct, frozen=True):
    """A paper was printed, or saved outside the home (access)."""

    paper: str
    title: str


class PaperScanned(Struct, frozen=True):
    """This exhibit is the scan of a paper, as its QR says; no `paper`: it was made elsewhere."""

    exhibit: str
    form: str
    content_head: str
    paper: str = ""


class LetterheadSet(Struct, frozen=True):
    """The head of the office's letters: lines, address, logo (an object, a JPEG)."""

    lines: list[str] = field(default_factory=list)
    address: str = ""
    code: str = ""
    """Code of the office in numbers of letters."""
    place: str = ""
    """Where letters are dated."""
    logo: str = ""


class FormConfirmed(Struct, frozen=True):
    """Somebody who has the regulation at hand says what a form is called there."""

    form: str
    regime: str
    mark: str
    title: str


TYPES: dict[str, type[Struct]] = {
    "paper.filled": PaperFilled,
    "paper.made": PaperMade,
    "paper.printed": PaperHandled,
    "paper.exported": PaperHandled,
    "paper.scanned": PaperScanned,
    "letterhead.set": LetterheadSet,
    "form.confirmed": FormConfirmed,
}
