"""Papers: the forms of a case, how one would look now, filling it in, making it final."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cases.changes import Changes
from cases.work.records import CaseId, ClarificationId, ExhibitId, Role
from gui.desk.making import MadePaper

if TYPE_CHECKING:
    from cases.home import Home
    from cases.papers.context import OfficeHead
    from cases.papers.finalising import Final
    from cases.papers.gaps import Gap
    from cases.papers.gathering import PaperChoice
    from cases.work.overview import CaseFile


@dataclass(frozen=True, slots=True)
class FormRow:
    """One paper that can be made: a form, and what it is about where it has several papers."""

    form: str
    label: str
    stage: str
    mark: str
    about: str = ""
    """Id of the hearing, or code of the addressee."""
    whom: str = ""
    to_check: bool = False
    """Number and title were not read in the regulation, and nobody confirmed them yet."""
    public: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview(MadePaper):
    """A paper as it would be made now; it is kept once it is printed, saved or made final."""

    form: str
    about: str
    choice: "PaperChoice"
    gaps: "tuple[Gap, ...]"
    regime: str
    mark: str
    check: str
    """What a person should check of number and title; empty: nothing."""


def typed_of(leads: str) -> tuple[str, str, str] | None:
    """Give (form, about, field) where a gap is typed into a form."""
    from cases.papers import gaps

    return gaps.typed_of(leads)


def rows(home: "Home", case: CaseId) -> tuple[FormRow, ...]:
    """Give the papers that can be made of a case, by stage."""
    from cases.papers.catalogue import label, offered, stage_label
    from cases.papers.gathering import addressees_of
    from cases.papers.office_head import names_of
    from cases.work import cases

    file = cases.read_case_file(home, case)
    forms = names_of(home, file.case.pack)
    found = []
    for kind in offered(forms, file):
        entry = forms.find(kind.form, file.case.regime.value)
        plain = FormRow(
            kind.form,
            label(kind.form),
            stage_label(kind.stage),
            entry.mark,
            to_check=bool(entry.confidence),
            public=kind.public,
        )
        several: Sequence[tuple[str, str]] = ()
        if kind.about == "hearing":
            several = _hearings(file)
        elif kind.about == "addressee":
            several = [(one.code, one.name) for one in addressees_of(home, case, kind.form)]
        found += [_about(plain, one) for one in several] or [plain]
    return tuple(found)


def _about(plain: FormRow, about: tuple[str, str]) -> FormRow:
    from dataclasses import replace

    return replace(plain, about=about[0], whom=about[1])


def _hearings(file: "CaseFile") -> list[tuple[str, str]]:
    named = {party.id: f"{party.code} {party.label}".strip() for party in file.parties}
    experts = {party.id for party in file.parties if party.role is Role.EXPERT}
    return [
        (one.id, named.get(one.party, "?") + (" *" if one.party in experts else ""))
        for one in file.clarifications
    ]


def preview(
    home: "Home",
    case: CaseId,
    form: str,
    about: str = "",
    *,
    blank: bool = False,
    public: bool = False,
) -> Preview:
    """Draw a paper without keeping it."""
    from cases.papers import making
    from cases.papers.office_head import names_of
    from cases.papers.render import render
    from cases.work import cases

    choice = _choice(form, about, home, case)
    choice["blank"], choice["redacted"] = blank, public
    drawn = making.draw_paper(home, case, form, **choice)
    record = cases.read_case_file(home, case).case
    entry = names_of(home, record.pack).find(form, record.regime.value)
    return Preview(
        "",
        drawn.paper.title,
        render(drawn.paper),
        form=form,
        about=about,
        choice=choice,
        gaps=() if blank else drawn.gaps,
        regime=entry.regime,
        mark=entry.mark,
        check=entry.confidence,
    )


def _choice(form: str, about: str, home: "Home", case: CaseId) -> "PaperChoice":
    from cases.papers.gathering import PaperChoice
    from cases.papers.office_head import names_of
    from cases.work import cases

    kind = names_of(home, cases.read_case_file(home, case).case.pack).kind(form)
    choice = PaperChoice()
    if kind and kind.about == "hearing" and about:
        choice["clarification"] = ClarificationId(about)
    if kind and kind.about == "addressee":
        choice["addressee"] = about
    return choice


def keep(home: "Home", case: CaseId, shown: Preview) -> MadePaper:
    """Keep a paper that was drawn: it goes into the vault and into the journal."""
    from cases.papers import making

    made = making.make_paper(home, case, shown.form, **shown.choice)
    return MadePaper(made.record.event, made.record.title, made.pdf, made.changes)


def fill(home: "Home", case: CaseId, where: tuple[str, str, str], text: str) -> Changes:
    """Fill in one field: (form, about, field)."""
    from cases.work import filled

    form, about, field = where
    return filled.fill_paper(home, case, form, field, text, about)


def propose(home: "Home", case: CaseId, shown: Preview) -> "Final":
    """Propose number and day of a paper."""
    from cases.papers import finalising

    return finalising.proposal(home, case, shown.form, **shown.choice)


def finalise(home: "Home", case: CaseId, shown: Preview, number: str, day: str) -> MadePaper:
    """Make a paper final."""
    from cases.papers import finalising

    final = finalising.Final(number, day)
    made = finalising.finalise(home, case, shown.form, final, **shown.choice)
    return MadePaper(made.record.event, made.record.title, made.pdf, made.changes)


def save_docx(home: "Home", case: CaseId, shown: Preview, file: Path) -> Changes:
    """Save what is shown for a word processor; that it left is recorded."""
    from cases import disk
    from cases.papers import making
    from cases.papers.word import as_docx

    drawn = making.draw_paper(home, case, shown.form, **shown.choice)
    made = making.make_paper(home, case, shown.form, **shown.choice)
    with disk.in_words(file):
        file.write_bytes(as_docx(drawn.paper))
    return making.handle_paper(home, made.record.event, "exported")


def confirm(home: "Home", shown: Preview, mark: str, title: str) -> Changes:
    """Record what the form is called in the regulation."""
    from cases.papers import office_head

    return office_head.confirm_form(home, shown.form, shown.regime, mark, title)


def letterhead(home: "Home") -> "OfficeHead":
    """Give the letterhead of the office."""
    from cases.papers import office_head

    return office_head.read_letterhead(home)


def set_letterhead(
    home: "Home", lines: Sequence[str], fields: dict[str, str], logo: Path | None
) -> Changes:
    """Set the letterhead of the office."""
    from cases.papers import office_head

    return office_head.set_letterhead(home, lines, logo=logo, **fields)


def match(home: "Home", case: CaseId, exhibit: ExhibitId) -> Changes:
    """Read the QR of a scan and record which paper it is."""
    from cases.papers import scans

    return scans.match_scan(home, case, exhibit).changes
