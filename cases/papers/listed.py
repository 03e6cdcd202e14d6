"""Forms that the pack describes: a layout of lines, texts and hands becomes blocks."""

from collections.abc import Iterator

from cases.papers.blocks import (
    Block,
    Field,
    FieldGroup,
    Heading,
    Items,
    PageBreak,
    Paper,
    Signatures,
    Signer,
    Text,
    Title,
    Words,
)
from cases.papers.context import PaperContext
from cases.papers.parts import PARTS
from cases.papers.people import ROLES_OF
from cases.papers.sources import Found, Sources, typed_in, values
from cases.papers.wording import SOURCES, joined, officer_post
from cases.work import times
from cases.work.overview import CaseFile
from cases.work.records import Role
from rules.forms import FieldLine, LayoutBlock, SignLine

LETTER = "kepala_surat"


def build(form: str, file: CaseFile, context: PaperContext) -> Paper:
    """Make a form from its layout."""
    entry = context.entry(file, form, day_of(form, file, context))
    layout = context.forms.layouts[entry.layout]
    hearing = context.hearing(file) if _about(context, form) == "hearing" else None
    heard = next((one for one in file.parties if hearing and one.id == hearing.party), None)
    writer = _Writer(Sources(file, context, entry, person=heard))
    expert = heard is not None and heard.role is Role.EXPERT
    title = writer.say(entry.title)
    blocks: list[Block] = [context.letterhead] if entry.letterhead else []
    if not layout[0].numbered and layout[0].part != LETTER:
        blocks.append(Title(title.upper()))
    for block in layout:
        blocks += writer.blocks(block)
    return Paper(
        form=form,
        title=title,
        blocks=tuple(blocks),
        mark=entry.words.get("code_expert", entry.mark) if expert else entry.mark,
        case=file.case.id,
        case_code=file.case.code,
        content_head=file.content_head,
        final=context.final,
        confidential=entry.confidential,
        about=" ".join(part for part in (context.about(form), writer.about) if part),
        addressee=context.addressee.code if context.addressee else "",
        exhibits=tuple(one.id for one in file.exhibits) if writer.shows_exhibits else (),
    )


def day_of(form: str, file: CaseFile, context: PaperContext) -> str:
    """Give the day that decides which entry holds: of the hearing, the letter, the incident."""
    if _about(context, form) == "hearing":
        hearing = context.hearing(file)
        return (hearing.started_at or hearing.scheduled_at) if hearing else ""
    written = typed_in(file, form, context.about(form), "tanggal")
    happened = file.incidents[0].starts_at if file.incidents else file.case.found_at
    return written or happened


def _about(context: PaperContext, form: str) -> str:
    kind = context.forms.kind(form)
    return kind.about if kind else ""


class _Writer:
    """Writes the blocks of one paper."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._parts: set[str] = set()
        file, context = sources.file, sources.context
        self._words = {
            **sources.entry.words,
            "post": officer_post(context.officer),
            "source": SOURCES[file.case.source.value],
        }

    @property
    def shows_exhibits(self) -> bool:
        """Whether the pictures of the exhibits stand in it."""
        return "lampiran" in self._parts

    @property
    def about(self) -> str:
        """What makes it differ without the content of the case being another."""
        sealed = self._sources.context.sealed
        return sealed.sha256 if sealed and "isi_usb" in self._parts else ""

    def say(self, text: str) -> str:
        """Fill the words of the entry into a sentence of the form."""
        return text.format_map({"n": "", **self._words})

    def blocks(self, block: LayoutBlock) -> Iterator[Block]:
        """Write one block of the layout."""
        if block.when and not self._sources.has(block.when):
            return
        if block.new_page:
            yield PageBreak()
        if block.numbered:
            number = self._sources.find(block.source)
            title = self.say(self._sources.entry.title).upper()
            yield Title(title, block.numbered, _one(number), number.leads)
            return
        if block.heading:
            yield Heading(self.say(block.heading), block.level)
        yield from self._content(block)

    def _content(self, block: LayoutBlock) -> Iterator[Block]:
        if block.part:
            yield from self._part(block)
        elif block.each:
            yield from self._repeated(block)
        elif block.fields:
            yield self._group(block, self._sources)
        elif block.items:
            yield self._items(block)
        elif block.source:
            yield from self._text(block)
        elif block.sign:
            yield self._hands(block)
        elif block.text:
            yield Text(self.say(block.text), block.style)

    def _part(self, block: LayoutBlock) -> Iterator[Block]:
        self._parts.add(block.part)
        made = tuple(PARTS[block.part](self._sources))
        if made:
            yield from made
        elif block.empty:
            yield Text(block.empty)
        elif block.heading:
            yield Text(None, lines=block.lines)

    def _repeated(self, block: LayoutBlock) -> Iterator[Block]:
        several = self._each(block.each)
        for number, sources in enumerate(several, 1):
            if block.text and len(several) > 1:
                yield Heading(
                    f"{block.text} {_ROMAN[number - 1]}" if number <= 20 else block.text, 2
                )
            yield self._group(block, sources, number)

    def _each(self, each: str) -> list[Sources]:
        """Give the values for each person or incident; once with none where there is nobody."""
        sources = self._sources
        if each == "peristiwa":
            incidents = sources.file.incidents or (None,)
            return [sources.of_incident(one) if one else sources for one in incidents]
        persons = [one for one in sources.file.parties if one.role in ROLES_OF[each]]
        return [sources.of_person(one) for one in persons] or [sources]

    def _group(self, block: LayoutBlock, sources: Sources, number: int = 1) -> FieldGroup:
        fields = tuple(self._field(line, sources, number) for line in block.fields)
        return FieldGroup(fields, block.width)

    def _field(self, line: FieldLine, sources: Sources, number: int) -> Field:
        found = sources.find(line.source) if line.source else Found(None)
        value = found.value
        if found.missing:
            value = line.empty or None
        label = self.say(line.label)
        return Field(label, value, line.mark.format(n=number), line.lines, found.leads)

    def _items(self, block: LayoutBlock) -> Items:
        found = self._sources.find(block.items)
        return Items(values(found.value) or (None,), block.marks, found.leads)

    def _text(self, block: LayoutBlock) -> Iterator[Block]:
        found = self._sources.find(block.source)
        if found.missing:
            yield Text(block.empty or None, block.style, block.lines, found.leads)
            return
        yield from (Text(one, block.style) for one in values(found.value) if one)

    def _hands(self, block: LayoutBlock) -> Signatures:
        closing = [one for inner in block.closing for one in self.blocks(inner)]
        return Signatures(
            tuple(signer for line in block.sign for signer in self._signers(line)),
            place_and_date=self._place_and_date() if block.place_and_date else "",
            leads=self._sources.find("isi.tanggal").leads if block.place_and_date else "",
            closing=tuple(one for one in closing if isinstance(one, Heading | Text)),
        )

    def _signers(self, line: SignLine) -> Iterator[Signer]:
        found = self._sources.find(line.source) if line.source else Found(None)
        detail: Words = ""
        if line.detail:
            detail = _one(self._sources.find(line.detail))
        for name in values(found.value) or (None,):
            yield Signer(self.say(line.role), name, detail, found.leads)

    def _place_and_date(self) -> Words:
        written = self._sources.typed("tanggal")
        if not written:
            return None
        place = self._sources.context.office.place or "." * 24
        return joined(place, times.plain_date(written, self._sources.context.zone, str) or written)


def _one(found: Found) -> Words:
    return joined(*(value or "" for value in values(found.value)))


_ROMAN = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X",
    "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX",
)  # fmt: skip
