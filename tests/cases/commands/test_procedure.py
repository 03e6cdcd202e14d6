"""The procedure from the command line: every step and state of the workflow, and refusals."""

from typing import Any

import pytest

from cases import home as homes
from cases.work import packs
from cases.work.cases import resolve_case
from cases.work.handling import read_handling
from cases.work.moving import answer_requirement
from tests.cases.commands.terminal import PASSPHRASE, Terminal

WHO = {
    "D": ("Contoh Dewi", "PKD", "PKD Contoh"),
    "P": ("Contoh Yohana", "PANWASCAM", "Panwaslu Kecamatan Contoh"),
    "K": ("Contoh Ratna", "KABKOTA", "Bawaslu Kabupaten Contoh"),
}
DIRECT = ("--track", "PENERUSAN_LANGSUNG")
WALKS = (
    ("PEMILU", "informasi_awal", "P telusuri, P hasil_penelusuran, P nihil"),
    (
        "PEMILU",
        "temuan",
        "D saran_perbaikan, P saran_diabaikan, P tetapkan_temuan, P registrasi_temuan, P undang,"
        " P undang_lagi, P kaji, P klarifikasi_tambahan, P kaji, P ke_pleno,"
        " P rekomendasi_lewat_kabkota, K teruskan_rekomendasi, K umumkan",
    ),
    ("PEMILU", "temuan", "D saran_perbaikan, D saran_diikuti"),
    ("PEMILU", "temuan", "D catat_sengketa"),
    ("PILKADA", "temuan", "P ajukan_pleno, P teruskan_hasil_pengawasan+"),
    (
        "PEMILU",
        "laporan",
        "P kaji_awal, P minta_perbaikan, P perbaikan_diterima, P minta_perbaikan,"
        " P tidak_diregister, P umumkan_tidak_diregister",
    ),
    ("PEMILU", "laporan", "P kaji_awal, P cabut, P arsipkan"),
    ("PEMILU", "laporan", "P kaji_awal, P jadikan_informasi_awal"),
    ("PEMILU", "laporan", "K kaji_awal, K teruskan_di_kajian_awal+"),
    ("PEMILU", "laporan", "K kaji_awal, K alihkan_tsm"),
    (
        "PILKADA",
        "laporan",
        "D serahkan_ke_atas, K lanjutkan, K kaji_awal, K registrasi, K catat_pencabutan,"
        " K undang_pemilihan, K undang_lagi_pemilihan,"
        " K koordinasi_gakkumdu, K nyatakan_pidana, K teruskan_polri, K kaji, K ke_pleno,"
        " K teruskan",
    ),
    (
        "PILKADA",
        "laporan",
        "P kaji_awal, P registrasi, K ambil_alih, K lanjutkan_ambil_alih, K batalkan_klarifikasi,"
        " K ke_pleno, K hentikan, K umumkan",
    ),
    ("PEMILU", "laporan", "K kaji_awal, K registrasi, K tugaskan_klarifikasi, K limpahkan"),
)
SEEN: dict[str, set[str]] = {"moves": set(), "states": set()}


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory, cheap: None) -> Terminal:
    """One home with officers of a village, a subdistrict and a district."""
    terminal = Terminal(tmp_path_factory.mktemp("alur"), "rumah")
    sheet = ("--recovery-out", terminal.folder / "pemulihan.txt")
    for number, (name, role, office) in enumerate(WHO.values()):
        where = ("--role", role, "--office", office, "--region", "53.01.06")
        if number:
            more = ("--new-passphrase-file", terminal.passphrase)
            first = ("--officer", WHO["D"][0])
            terminal.ask(*first, "officer", "add", "--name", name, *where, *more)
        else:
            terminal.ask("init", "--officer", name, *where, *sheet)
    return terminal


def opened(terminal: Terminal, regime: str, source: str, found: str = "2024-10-07") -> str:
    start = ("--regime", regime, "--source", source, "--found-at", found, "--known-at", found)
    made = terminal.ask(
        "--officer", WHO["P"][0], "case", "new", "--title", "Alur (CONTOH)", *start
    )
    return str(made["code"])


def answered(terminal: Terminal, case: str, *, except_: str = "") -> None:
    """Meet every requirement, as a quick officer would."""
    home = homes.unlock(terminal.home_folder, WHO["P"][0], PASSPHRASE)
    found = resolve_case(home, case)
    for one in read_handling(home, found).requirements:
        answer_requirement(home, found, one.key, "tidak" if one.key == except_ else "ya")
    home.lock()


def step(terminal: Terminal, case: str, words: str, *more: object) -> Any:
    who, _, move = words.partition(" ")
    direct = DIRECT if move.endswith("+") else ()
    given = ("--at", "2024-10-08", "--reason", "Alasan contoh", *direct, *more)
    return terminal.ask("--officer", WHO[who][0], "move", case, move.rstrip("+"), *given)


@pytest.mark.parametrize(("regime", "source", "steps"), WALKS)
def test_a_case_walks_through_the_workflow(offices, regime, source, steps):
    case = opened(offices, regime, source)
    begun = offices.ask("--officer", WHO["P"][0], "moves", case)
    SEEN["states"].add(begun["state"])
    for words in steps.split(", "):
        if words.split()[1] in {"registrasi", "registrasi_temuan"}:
            answered(offices, case)
        after = step(offices, case, words)
        assert after["movement"]["move"] == words.split()[1].rstrip("+")
        assert after["movement"]["article"]
        SEEN["moves"].add(after["movement"]["move"])
        SEEN["states"].add(after["state"])


def test_every_state_and_every_step_of_the_workflow_was_reached(offices):
    flow = packs.load(packs.newest()).workflow
    assert {one.id for one in flow.moves} == SEEN["moves"]
    assert {one.code for one in flow.states} == SEEN["states"]


def ask(terminal: Terminal, *words: object) -> Any:
    return terminal.ask("--officer", WHO["P"][0], *words)


def test_a_refusal_names_the_article_and_what_may_be_done(offices):
    case = opened(offices, "PEMILU", "laporan")
    refusal = offices.run("--officer", WHO["P"][0], "move", case, "undang").refusal
    assert refusal["code"] == "move-refused"
    assert "Perbawaslu 7/2022 pasal 15 dan 27" in refusal["text"]
    shown = ask(offices, "moves", case)
    assert [one["move"] for one in shown["moves"]] == ["serahkan_ke_atas", "kaji_awal", "cabut"]
    told = {one["move"]: one for one in shown["refused"]}
    assert told["limpahkan"]["near"]
    assert "bukan kewenangan Panwaslu Kecamatan" in told["limpahkan"]["refused"]


def test_requirements_and_allegations_are_stated_from_the_command_line(offices):
    case = opened(offices, "PEMILU", "laporan")
    answer = ask(offices, "requirement", case, "bukti", "tidak", "--note", "foto tidak terbaca")
    assert (answer["formal"], answer["material"]) == ("belum_diketahui", "tidak")
    assert ask(offices, "requirement", case, "bukti", "belum")["material"] == "belum_diketahui"
    assert ask(offices, "allege", case, "DS-01", "--reason", "laporan")[0]["rule"] == "DS-01"
    taken = ask(offices, "allege", case, "DS-01", "--withdraw", "--reason", "keliru")
    assert taken[0]["withdrawn"] == "keliru"


def test_a_step_is_taken_back(offices):
    case = opened(offices, "PEMILU", "laporan")
    step(offices, case, "P kaji_awal")
    back = ask(offices, "move-back", case, "--reason", "salah kasus")
    assert (back["state"], back["movement"]["withdrawn"]) == ("LAPORAN_DITERIMA", "salah kasus")


def test_deadlines_are_corrected_extended_and_carried_away(offices, tmp_path):
    case = opened(offices, "PEMILU", "temuan", "2024-01-22")
    ask(offices, "deadline", "date", case, "diregistrasi", "2024-01-24")
    fixed = ask(
        offices, "deadline", "date", case, "diregistrasi", "2024-01-25", "--reason", "salah ketik"
    )
    dates = {one["event"]: one for one in fixed["dates"]}
    assert dates["diregistrasi"]["changes"][0]["before"] == "2024-01-24"
    extended = ask(offices, "deadline", "extend", case, "D8", "--ground", "keterangan ahli")
    assert "D9" in [one["id"] for one in extended["deadlines"]]
    ask(offices, "deadline", "withdraw", case, "D8", "--reason", "tidak jadi")
    shown = ask(offices, "deadline", "list", case)
    assert {one["id"]: one["state"] for one in shown["clocks"]}["D9"] == "bila_diperpanjang"
    file = tmp_path / "tenggat.ics"
    assert ask(offices, "deadline", "ics", case, "-o", file)["deadlines"] > 0
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert ask(offices, "deadline", "print", "-o", tmp_path / "daftar.pdf")["deadlines"] > 0
    assert ask(offices, "deadline", "list")["deadlines"]


def test_holidays_and_prevention_have_their_verbs(offices, tmp_path):
    table = tmp_path / "libur.csv"
    assert ask(offices, "holidays", "export", "-o", table, "--year", "2026")["days"] > 20
    ask(offices, "holidays", "sign", table)
    plan = ask(offices, "holidays", "import", table, "--plan")
    assert (plan["taken"], plan["plan"]["trusted"], plan["plan"]["changes"]) == (False, True, [])
    assert ask(offices, "holidays", "import", table)["taken"]
    assert ask(offices, "holidays", "show", "--year", "2026")["taken"][0]["years"] == [2026]
    kind = ("--kind", "imbauan", "--title", "Imbauan netralitas (CONTOH)")
    made = ask(
        offices, "prevention", "new", *kind, "--audience", "ASN", "--starts-at", "2024-09-20"
    )
    code = made["code"]
    assert code.startswith("PC-01")
    assert ask(offices, "prevention", "edit", code, "--audience", "PPPK")["audience"] == "PPPK"
    ask(offices, "prevention", "withdraw", code, "--reason", "ganda")
    assert ask(offices, "prevention", "list")[0]["withdrawn"] == "ganda"
