"""
What a person should look at before and during a hearing: sentences, never a refusal.

What the regulation says stands in the pack; an office may have reasons this program cannot see.
"""

from collections.abc import Iterator

from cases.home import Home
from cases.language import tr
from cases.tables import clarification as clarification_table
from cases.work import times
from cases.work.case_records import case_of
from cases.work.clarifications import ASKED_AS
from cases.work.hearing_rules import hearings_of
from cases.work.hearings import clarifications_of
from cases.work.parties import parties_of
from cases.work.records import CaseId, CaseRecord, ClarificationId, ClarificationRecord, Role
from cases.work.scopes import absent
from rules.hearings import HearingLaw


def read_hearing_cautions(
    home: Home, case: CaseId, clarification: ClarificationId
) -> tuple[str, ...]:
    """Say what about a hearing differs from what the pack reads in the regulation."""
    with home.read() as connection:
        record = case_of(connection, case)
        held = {one.id: one for one in clarifications_of(connection, case)}
        roles = {party.id: party.role for party in parties_of(connection, case)}
    if record is None or clarification not in held:
        raise absent(clarification_table)
    hearing = held[clarification]
    zone = times.zone_of_region(home.officer.region)
    day = times.local_date(hearing.started_at or hearing.scheduled_at, zone)
    law = hearings_of(record.pack).law(record.regime, day)
    role = roles.get(hearing.party, Role.WITNESS)
    return (
        *_authority(home, record, law),
        *_calling(hearing, law),
        *_online(hearing, law),
        *_companion(hearing, law, role),
    )


def _authority(home: Home, case: CaseRecord, law: HearingLaw) -> Iterator[str]:
    if home.officer.role not in law.held_by:
        yield tr(
            "{role} tidak disebut sebagai pelaksana klarifikasi ({article}); serahkan kepada"
            " Panwaslu Kecamatan atau kantor kabupaten/kota.",
            role=home.officer.role,
            article=law.held_by_basis,
        )
    if not case.register:
        yield tr("Kasus ini belum bernomor register; klarifikasi dilakukan setelah registrasi.")


def _calling(hearing: ClarificationRecord, law: HearingLaw) -> Iterator[str]:
    sent = hearing.invitations
    if hearing.scheduled_at and not sent and not hearing.started_at:
        yield tr("Undangan belum dicatat terkirim.")
    if sent and not sent[-1].received_at and not sent[-1].missed_at:
        yield tr("Belum ada bukti bahwa undangan ke-{n} diterima.", n=sent[-1].number)
    if len(sent) > 1 and not law.second_invitation:
        yield tr("Undangan kedua tidak diatur untuk rezim ini; perhatikan sisa waktu penanganan.")
    if len(sent) > 1 and sent[-1].missed_at:
        yield law.absent_twice


def _online(hearing: ClarificationRecord, law: HearingLaw) -> Iterator[str]:
    if hearing.mode != "daring":
        return
    if law.grounds_only and not hearing.mode_ground:
        yield tr(
            "Media daring hanya untuk alasan yang disebut {article}; pilih alasannya.",
            article=law.grounds_basis,
        )
    if law.recorded and hearing.started_at and not hearing.consent:
        yield tr("Klarifikasi daring direkam; persetujuan perekaman belum dicatat.")
    if law.recorded and hearing.ended_at and not hearing.recording:
        yield tr("Rekaman klarifikasi daring belum dimasukkan sebagai bukti.")


def _companion(hearing: ClarificationRecord, law: HearingLaw, role: Role) -> Iterator[str]:
    lawyer = hearing.companion_kind == "kuasa_hukum"
    if lawyer and law.companion_roles and ASKED_AS[role] not in law.companion_roles:
        yield tr(
            "Pendampingan kuasa hukum tidak disebut untuk ahli ({article}).",
            article=law.companion_basis,
        )
    if lawyer and not hearing.companion_letter:
        yield tr("Nomor surat kuasa pendamping belum dicatat.")
