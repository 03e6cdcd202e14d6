"""
`--selftest`: whether this build has everything it needs, said with figures.

The most dangerous broken build is one that runs without rules and finds every case clean. So the
rule ids are printed, and with `--against FOLDER` compared with those of a source tree, which are
read from its files without the parser of the program.
"""

import io
import json
import sys
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cases import language
from cases.clock import now
from cases.resources import resource, root
from cases.store import Store
from cases.tables import PROJECTION_VERSION, metadata, projections
from cases.vault.vault import Vault
from cases.work import packs

FONTS = (
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "Inter-Bold.ttf",
    "AtkinsonHyperlegibleMono-Regular.ttf",
)


def selftest(arguments: list[str], window: Callable[[], dict[str, Any]]) -> int:
    """Print the findings as JSON; gives 0 when nothing is missing, 1 otherwise."""
    findings: dict[str, Any] = {}
    problems: list[str] = []
    for name, find in (
        ("schema", _schema),
        ("rules", _rules),
        ("fonts", _fonts),
        ("codecs", _codecs),
        ("keys", _keys),
        ("words", _words),
        ("window", window),
    ):
        try:
            findings[name] = find()
        except Exception as error:
            problems.append(f"{name}: {type(error).__name__}: {error}")
    problems += _compare(arguments, findings.get("rules", {}))
    sys.stdout.write(json.dumps({**findings, "problems": problems}, indent=2) + "\n")
    return 1 if problems else 0


def _schema() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "netra.db", bytes(32))
        store.close()
    return {
        "projection_version": PROJECTION_VERSION,
        "tables": len(metadata.tables) + len(projections.tables),
    }


def _rules() -> dict[str, list[str]]:
    found = {name: sorted(rule.id for rule in packs.load(name).rules) for name in packs.names()}
    if not any(found.values()):
        raise LookupError("no pack with rules")
    return found


def _compare(arguments: list[str], found: dict[str, list[str]]) -> list[str]:
    if "--against" not in arguments:
        return []
    tree = Path(arguments[arguments.index("--against") + 1])
    expected = {
        pack.name: sorted(
            rule["id"]
            for file in pack.rglob("*.toml")
            for rule in tomllib.loads(file.read_text("utf-8")).get("rules", ())
        )
        for pack in sorted((tree / "rules" / "packs").glob("*/"))
    }
    if not expected:
        return [f"{tree}: no source tree with packs"]
    return [] if expected == found else [f"rules differ from the source tree: {expected} {found}"]


def _fonts() -> list[str]:
    from reportlab.pdfbase.ttfonts import TTFont

    return [TTFont(name, str(resource("fonts", name))).face.name.decode() for name in FONTS]


def _codecs() -> list[str]:
    import pi_heif
    import pypdfium2
    from PIL import Image, features

    pi_heif.register_heif_opener()
    for kind in ("JPEG", "PNG", "WEBP"):
        data = io.BytesIO()
        Image.new("RGB", (8, 8), "red").save(data, kind)
        Image.open(io.BytesIO(data.getvalue())).load()
    Image.init()
    wanted = {"HEIF", "JPEG", "PNG", "TIFF", "WEBP", "GIF"}
    missing = wanted - set(Image.OPEN)
    if missing:
        raise LookupError(", ".join(sorted(missing)))
    pypdfium2.PdfDocument.new().close()
    return [*sorted(wanted), "PDF", *(["AVIF"] if features.check("avif") else [])]


def _keys() -> str:
    import pyrage
    import tzfpy

    with tempfile.TemporaryDirectory() as folder:
        identity = pyrage.x25519.Identity.generate()
        vault = Vault(Path(folder), (str(identity.to_public()),), str(identity))
        if vault.read(vault.put(b"netra")) != b"netra":
            raise LookupError("vault")
    return f"{now().tz} {tzfpy.get_tz(123.86, -10.12)}"


def _words() -> str:
    language.use("en")
    english = language.tr("Rumah data terkunci.")
    language.use("id")
    if english == language.tr("Rumah data terkunci."):
        raise LookupError(f"no English catalogue in {root()}")
    return english
