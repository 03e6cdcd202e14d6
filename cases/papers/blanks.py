"""An empty form: the case named, everything else left to a pen."""

from dataclasses import replace

from cases.work.overview import CaseFile
from cases.work.records import ClarificationId, Place
from rules.forms import FormKind


def blank_file(file: CaseFile, kind: FormKind, hearing: ClarificationId | None) -> CaseFile:
    """
    Empty a case, but for its code and number.

    A form about a hearing keeps who is heard (by code) and the questions, so that they can be
    asked from the paper where there is no power.
    """
    case = replace(file.case, found_at="", known_at="", place=Place(), dates=())
    emptied = replace(
        file,
        case=case,
        parties=(),
        incidents=(),
        attendance=(),
        facts=(),
        exhibits=(),
        custody=(),
        clarifications=(),
        filled={},
        against=(),
    )
    if kind.about != "hearing":
        return emptied
    held = [one for one in file.clarifications if one.id == hearing]
    kept = tuple(
        replace(
            one,
            scheduled_at="",
            started_at="",
            ended_at="",
            place="",
            mode="",
            oath="",
            officers=(),
            read_back=False,
            corrections="",
            signature="",
            questions=tuple(replace(q, answer="", value=None) for q in one.questions),
            invitations=(),
        )
        for one in held
    )
    parties = tuple(p for p in file.parties if any(one.party == p.id for one in held))
    return replace(emptied, clarifications=kept, parties=parties)
