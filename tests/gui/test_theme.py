"""Every text colour can be read on the grounds it stands on."""

import pytest

from gui import theme
from gui.theme import DARK, LIGHT, Theme

TEXT = [
    ("text", "surface"), ("text", "bg"), ("text2", "surface"), ("text2", "bg"),
    ("text2", "surface2"), ("onAccent", "accent"), ("onAccent", "accentHover"),
    ("accentText", "surface"), ("accentText", "accentSoft"), ("accentText", "bg"),
    ("navText", "nav"), ("navText2", "nav"), ("navText", "navSel"), ("navText", "navHover"),
    ("onBadge", "badge"),
]  # fmt: skip
TONES = ["danger", "warn", "ok", "info", "dugaan", "neutral"]
TEXT += [(tone, f"{tone}Soft") for tone in TONES] + [(tone, "surface") for tone in TONES]
TEXT += [("text", f"{tone}Soft") for tone in [*TONES, "accent"]]
EDGES = [
    ("control", "surface"), ("control", "bg"), ("focus", "surface"), ("focus", "bg"),
]  # fmt: skip


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    lin = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * lin[0] + 0.7152 * lin[1] + 0.0722 * lin[2]


def contrast(one: str, other: str) -> float:
    first, second = luminance(one), luminance(other)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_has_contrast(tokens, ink, ground):
    assert contrast(tokens[ink], tokens[ground]) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), EDGES)
def test_edges_and_focus_can_be_seen(tokens, ink, ground):
    assert contrast(tokens[ink], tokens[ground]) >= 3


def test_both_looks_name_the_same_colours():
    assert LIGHT.keys() == DARK.keys()


def test_every_length_follows_the_size_the_officer_chose():
    theme.apply(Theme("light", 150))
    assert theme.px(36) == 54


def test_binding_does_not_lose_references_to_none(qtbot):
    import sys

    from PySide6.QtWidgets import QLabel

    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(500):
        label.setText("x")
    assert sys.getrefcount(None) - before > -50
