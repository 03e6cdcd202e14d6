"""Verbs of regions."""

from tests.cases.commands.terminal import execute
from tests.cases.work.region_sample import write_pack


def test_a_code_has_a_name_without_any_home():
    ran = execute(["--json", "region", "name", "530106"])
    assert ran.json == {
        "code": "53.01.06",
        "name": "Kupang Timur, Kabupaten Kupang, Nusa Tenggara Timur",
    }
    assert execute(["--json", "region", "name", "99.01"]).refusal["code"] == "no-such-region"
    assert execute(["--json", "region", "name", "x"]).refusal["code"] == "bad-region-code"


def test_borders_are_installed_and_asked(laptop, tmp_path):
    assert laptop.run("region", "at", "--", "-10.15", "123.62").refusal["code"] == "no-regions"
    pack = write_pack(tmp_path / "wilayah.sqlite")
    assert laptop.run("region", "install", pack).refusal["code"] == "bad-regions"

    installed = laptop.ask("region", "install", pack, "--unsigned")

    assert (installed["regions"], installed["signer"]) == (4, None)
    assert installed["mark"] == "tidak ditandatangani"
    found = laptop.ask("region", "at", "--", "-10.15", "123.62")["region"]
    assert (found["code"], found["inside"]) == ("53.01.06", True)
    assert laptop.ask("region", "at", "--", "0", "0") == {"region": None}
    assert laptop.ask("region", "hints") == {"hints": []}
    assert laptop.run("region", "sign", pack).refusal["code"] == "no-office"
