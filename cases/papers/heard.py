"""What minutes say of how somebody was heard: the way, companion, answers, changes."""

from cases.papers.blocks import Words
from cases.papers.context import PaperContext
from cases.papers.digests import short
from cases.papers.wording import given, joined
from cases.work.overview import CaseFile
from cases.work.records import ClarificationRecord, QuestionRecord

_MODES = {"tatap_muka": "Tatap muka", "daring": "Media daring"}
_COMPANIONS = {
    "kuasa_hukum": "kuasa hukum",
    "penerjemah": "penerjemah",
    "keluarga": "keluarga",
    "lainnya": "",
}


def mode(hearing: ClarificationRecord, context: PaperContext) -> Words:
    """Say face to face or online; online with its ground and its link."""
    way = _MODES.get(hearing.mode)
    if way is None:
        return None
    ground = context.words.ground(hearing.mode_ground) if hearing.mode_ground else ""
    why = joined(ground, hearing.mode_reason, between="; ")
    said = f"{way}, karena {why}" if why else way
    return f"{said}\nTautan: {hearing.link}" if hearing.link and hearing.mode == "daring" else said


def recording(file: CaseFile, hearing: ClarificationRecord) -> Words:
    """Name the exhibit that is the recording, with its hash."""
    for exhibit in file.exhibits:
        if exhibit.id == hearing.recording:
            return f"{exhibit.code}, SHA-256 {short(exhibit.object)} …"
    return None


def companion(hearing: ClarificationRecord) -> Words:
    """Name who came along, as what, and the letter that allows it."""
    letter = f"nomor surat kuasa {hearing.companion_letter}" if hearing.companion_letter else ""
    return joined(hearing.companion, _COMPANIONS.get(hearing.companion_kind, ""), letter)


def answer(question: QuestionRecord, context: PaperContext) -> Words:
    """Give the answer as it stands now; one that was refused is said to be."""
    said = given(question.answer)
    if said is None and question.value is not None and question.fact:
        said = context.words.value(question.fact, question.value)
    if question.refused:
        return joined("(tidak bersedia menjawab)", said or "", between=" ")
    return f"{said} (diubah setelah dibacakan)" if said and question.changes else said


def fixed(hearing: ClarificationRecord) -> Words:
    """Tell what was changed after the reading back: both texts, and why."""
    lines = [hearing.corrections] if hearing.corrections.strip() else []
    asked = sorted(hearing.questions, key=lambda question: question.number)
    for number, question in enumerate(asked, 1):
        lines += [
            f"Jawaban nomor {number}: semula “{one.before}”, menjadi “{one.after}” ({one.reason})"
            for one in question.changes
        ]
    if not lines and hearing.read_back and hearing.signature:
        return "Tidak ada"
    return "\n".join(lines) or None
