"""What a form says of a person, under the names that forms use; codes for the public."""

from collections.abc import Callable, Mapping

from cases.papers.blocks import Words
from cases.papers.context import PaperContext
from cases.papers.wording import ROLES, given, joined
from cases.work import times
from cases.work.records import Particulars, PartyRecord, Role

ROLES_OF: Mapping[str, tuple[Role, ...]] = {
    "terlapor": (Role.RESPONDENT,),
    "pelapor": (Role.COMPLAINANT,),
    "saksi": (Role.WITNESS,),
    "ahli": (Role.EXPERT,),
    "saksi_ahli": (Role.WITNESS, Role.EXPERT),
}
"""Names of roles in forms."""

_DOTS = "." * 40

_TOLD: Mapping[str, Callable[[Particulars], Words]] = {
    "lahir": lambda who: joined(who.birth_place, times.plain_date(who.birth_date, "+00:00", str)),
    "kelamin": lambda who: given(who.sex),
    "agama": lambda who: given(who.religion),
    "pekerjaan": lambda who: given(who.occupation),
    "kewarganegaraan": lambda who: given(who.nationality),
    "alamat": lambda who: given(who.address),
    "telepon": lambda who: given(who.phone),
    "email": lambda who: given(who.email),
    "nip": lambda who: given(who.nip),
    "pangkat": lambda who: given(who.rank),
    "instansi": lambda who: joined(who.unit, who.agency),
    "nomor_identitas": lambda who: given(who.document),
}


def tell(context: PaperContext, party: PartyRecord, key: str) -> Words:
    """Give one thing about a person, or None."""
    if key in _TOLD:
        return _TOLD[key](context.particulars_of(party.id))
    return _NAMED[key](context, party)


def _name(context: PaperContext, party: PartyRecord) -> Words:
    """Name a person; in a copy for the public by code."""
    if context.redacted:
        return context.name_of(party)
    return given(context.particulars_of(party.id).name)


def _with_address(context: PaperContext, party: PartyRecord) -> Words:
    address = context.particulars_of(party.id).address
    return f"{context.name_of(party)}\nAlamat: {address or _DOTS}"


_NAMED: Mapping[str, Callable[[PaperContext, PartyRecord], Words]] = {
    "nama": _name,
    "nama_kode": lambda context, party: context.name_of(party),
    "nama_alamat": _with_address,
    "kode": lambda _context, party: party.code,
    "kedudukan": lambda _context, party: ROLES[party.role],
    "ahli": lambda _context, party: "ya" if party.role is Role.EXPERT else None,
}
