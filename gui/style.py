"""The style sheet, made from colours and a scale. Rules name properties, never single widgets."""

from collections.abc import Callable
from string import Template

_SHEET = Template("""
* { font-family: "Inter"; font-size: ${f15}px; color: $text; }
QMainWindow, QWidget[kind="page"] { background: $bg; }
QToolTip { background: $surface; color: $text; border: 1px solid $control; padding: ${s4}px; }
QLabel { background: transparent; }
QLabel[kind="greeting"] { font-size: ${f24}px; font-weight: 700; }
QLabel[kind="title"] { font-size: ${f20}px; font-weight: 700; }
QLabel[kind="card-title"] { font-size: ${f17}px; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="strong14"] { font-size: ${f14}px; font-weight: 600; }
QLabel[kind="secondary"] { font-size: ${f14}px; color: $text2; }
QLabel[kind="body14"] { font-size: ${f14}px; }
QLabel[kind="lead"] { color: $text2; }
QLabel[kind="caption"] { font-size: ${f13}px; font-weight: 500; color: $text2; }
QLabel[kind="cite"] { font-size: ${f13}px; font-weight: 600; color: $accentText; }
QLabel[kind="number"] { font-size: ${f23}px; font-weight: 700; }
QLabel[kind="unit"] { font-size: ${f13}px; font-weight: 600; }
QLabel[kind="mono"], QLineEdit[kind="mono"] {
  font-family: "Atkinson Hyperlegible Mono"; font-size: ${f14}px; }
QLabel[kind="code"] { font-family: "Atkinson Hyperlegible Mono"; font-size: ${f23}px;
  font-weight: 700; background: $surface2; border-radius: ${s8}px; padding: ${s12}px; }
QLabel[tone="danger"] { color: $danger; } QLabel[tone="warn"] { color: $warn; }
QLabel[tone="ok"] { color: $ok; } QLabel[tone="dugaan"] { color: $dugaan; }
QLabel[tone="info"] { color: $info; }
QFrame[kind="card"] { background: $surface; border: 1px solid $border; border-radius: ${s10}px; }
QFrame[kind="card"][selected="true"] { background: $accentSoft; border: 2px solid $accent; }
QFrame[kind="banner"] { background: $warnSoft; border: 0; border-radius: ${s8}px; }
QFrame[kind="notice"] { background: $nav; border: 1px solid $navSel; border-radius: ${s8}px; }
QFrame[kind="notice"] QLabel { color: $navText; }
QPushButton[kind="notice"] { background: transparent; border: 2px solid transparent;
  color: $navMark; font-weight: 600; padding: 0 ${s10}px; }
QPushButton[kind="notice"]:hover { background: $navHover; }
QPushButton[kind="notice"]:focus { border: 2px solid #FFB066; }
QWidget[kind="target"] { background: $accentSoft; border-radius: ${s7}px; }
QFrame[kind="line"] { background: $border; border: 0; max-height: 1px; min-height: 1px; }
QFrame[kind="topbar"] { background: $surface; border: 0; border-bottom: 1px solid $border; }
QFrame[kind="nav"] { background: $nav; border: 0; }
QFrame[kind="nav"] QLabel { color: $navText; }
QFrame[kind="nav"] QLabel[kind="caption"] { color: $navText2; }
QFrame[kind="nav"] QLabel[kind="brand"] { font-size: ${f24}px; font-weight: 700; }
QFrame[kind="nav"] QLabel[kind="strong14"] { color: $navText; }
QPushButton { background: $surface; color: $text; border: 1px solid $control;
  border-radius: ${s7}px; padding: 0 ${s14}px; min-height: ${b36}px; font-weight: 500; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $focus; padding: 0 ${s13}px; }
QPushButton:disabled { color: $control; border-color: $border; background: $surface2; }
QPushButton[kind="crumb"] { background: transparent; border: 2px solid transparent;
  border-radius: ${s4}px; padding: 0; color: $text2; font-weight: 500; }
QPushButton[kind="crumb"]:hover { color: $accentText; }
QPushButton[kind="crumb"]:focus { border: 2px solid $focus; padding: 0; }
QPushButton[kind="primary"] { background: $accent; color: $onAccent; border: 1px solid $accent;
  font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accentHover; }
QPushButton[kind="primary"]:focus { border: 2px solid $focus; }
QPushButton[kind="primary"]:disabled { background: $surface2; color: $control;
  border-color: $border; }
QPushButton[kind="soft"] { background: $accentSoft; color: $accentText;
  border: 1px solid $accentSoft; font-weight: 600; }
QPushButton[kind="soft"]:hover { background: $hover; }
QPushButton[kind="soft"]:focus { border: 2px solid $focus; }
QPushButton[kind="soft"]:checked { background: $accent; color: $onAccent; border-color: $accent; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent;
  color: $accentText; font-weight: 600; padding: 0 ${s8}px; }
QPushButton[kind="link"]:hover { background: $hover; }
QPushButton[kind="link"]:focus { border: 2px solid $focus; }
QPushButton[kind="link"]:disabled { color: $control; }
QPushButton[kind="choice"]:checked { background: $accentSoft; color: $accentText;
  border: 2px solid $accent; font-weight: 600; }
QPushButton[kind="nav"] { background: transparent; border: 2px solid transparent; color: $navText;
  text-align: left; padding: 0 ${s10}px; min-height: ${b32}px; font-weight: 600;
  border-radius: ${s7}px; }
QPushButton[kind="nav"][rail="true"] { text-align: center; padding: 0; }
QPushButton[kind="nav"]:hover { background: $navHover; }
QPushButton[kind="nav"]:checked { background: $navSel; }
QPushButton[kind="nav"]:focus { border: 2px solid #FFB066; }
QPushButton[kind="icon"] { padding: 0; }
QPushButton[kind="tab"] { background: transparent; border: 2px solid transparent;
  border-bottom: 3px solid transparent; border-radius: 0; color: $text2; padding: 0 ${s8}px;
  min-height: ${b36}px; font-weight: 500; }
QPushButton[kind="tab"]:hover { color: $text; background: $hover; }
QPushButton[kind="tab"]:checked { color: $accentText; border-bottom: 3px solid $accent;
  font-weight: 600; }
QPushButton[kind="tab"]:focus { border: 2px solid $focus; border-bottom: 3px solid $focus; }
QPushButton[kind="entry"] { border: 1px solid $border; border-radius: ${s10}px; padding: 0;
  min-height: ${b80}px; }
QPushButton[kind="entry"]:checked { background: $accentSoft; border: 2px solid $accent; }
QPushButton[kind="entry"]:focus { border: 2px solid $focus; padding: 0; }
QPushButton[kind="fold"] { background: transparent; border: 2px solid transparent;
  text-align: left; color: $accentText; font-weight: 600; padding: 0 ${s4}px; }
QPushButton[kind="fold"]:focus { border: 2px solid $focus; }
QLineEdit, QComboBox, QPlainTextEdit, QSpinBox { background: $surface;
  color: $text; border: 1px solid $control; border-radius: ${s7}px; padding: 0 ${s10}px;
  min-height: ${b36}px; selection-background-color: $accent; selection-color: $onAccent; }
QPlainTextEdit { padding: ${s6}px; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus {
  border: 2px solid $focus; }
QLineEdit:disabled, QComboBox:disabled { background: $surface2; color: $control; }
QComboBox::drop-down { border: 0; width: ${b32}px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $control;
  selection-background-color: $accentSoft; selection-color: $text; outline: 0; padding: ${s4}px; }
QComboBox QAbstractItemView::item { min-height: ${b32}px; }
QRadioButton, QCheckBox { spacing: ${s8}px; min-height: ${b36}px; background: transparent; }
QRadioButton:focus, QCheckBox:focus { color: $focus; }
QRadioButton::indicator, QCheckBox::indicator { width: ${s14}px; height: ${s14}px;
  border: 2px solid $control; background: $surface; border-radius: ${s4}px; }
QRadioButton::indicator { border-radius: ${r}px; }
QRadioButton::indicator:checked, QCheckBox::indicator:checked { border-color: $accent;
  background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
  stop: 0 $accent, stop: 0.62 $accent, stop: 0.7 $surface, stop: 1 $surface); }
QRadioButton::indicator:focus, QCheckBox::indicator:focus { border-color: $focus; }
QListView { background: transparent; border: 0; outline: 0; }
QListView[kind="boxed"], QTableView { background: $surface; border: 1px solid $border;
  border-radius: ${s10}px; outline: 0; }
QTableView { gridline-color: $border; selection-background-color: $accentSoft;
  selection-color: $text; }
QTableView::item { padding: 0 ${s6}px; }
QTableView::item:selected { background: $accentSoft; color: $text; }
QTableView::item:focus { border: 2px solid $focus; }
QTableCornerButton::section, QHeaderView, QAbstractScrollArea::corner {
  background: $surface2; border: 0; }
QHeaderView::section { background: $surface2; color: $text2; border: 0;
  border-right: 1px solid $border; border-bottom: 1px solid $border; padding: 0 ${s8}px;
  font-size: ${f13}px; font-weight: 600; }
QListView[kind="ticks"] { background: $surface; border: 1px solid $control;
  border-radius: ${s7}px; outline: 0; }
QListView[kind="ticks"]::item { min-height: ${b32}px; padding: 0 ${s8}px; }
QListView[kind="ticks"]::item:selected { background: $accentSoft; color: $text; }
QTableView::indicator, QListView[kind="ticks"]::indicator { width: ${s16}px; height: ${s16}px;
  border: 2px solid $control; background: $surface; border-radius: ${s4}px; }
QTableView::indicator:checked, QListView[kind="ticks"]::indicator:checked {
  border-color: $accent; background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5,
  fy: 0.5, stop: 0 $accent, stop: 0.62 $accent, stop: 0.7 $surface, stop: 1 $surface); }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollArea[kind="page"] { background: $bg; }
QScrollBar:vertical { background: transparent; width: ${s12}px; margin: 2px; }
QScrollBar::handle:vertical { background: $control; border-radius: ${s4}px;
  min-height: ${b32}px; }
QScrollBar:horizontal { background: transparent; height: ${s12}px; margin: 2px; }
QScrollBar::handle:horizontal { background: $control; border-radius: ${s4}px;
  min-width: ${b32}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $surface2; border: 0; border-radius: ${s4}px; max-height: ${s8}px;
  min-height: ${s8}px; }
QProgressBar::chunk { background: $accent; border-radius: ${s4}px; }
QProgressBar[tone="warn"]::chunk { background: $warn; }
QProgressBar[tone="danger"]::chunk { background: $danger; }
QMenu { background: $surface; border: 1px solid $control; padding: ${s4}px; }
QMenu::item { padding: ${s8}px ${s20}px; border-radius: ${s4}px; }
QMenu::item:selected { background: $accentSoft; color: $text; }
QDialog, QMessageBox { background: $surface; }
QCalendarWidget QWidget { background: $surface; }
QCalendarWidget QToolButton { background: $surface; color: $text; min-height: ${b32}px; }
QSplitter::handle { background: transparent; }
""")

_TONES = ("danger", "warn", "ok", "info", "dugaan", "neutral", "accent")


def style_sheet(tokens: dict[str, str], px: Callable[[float], int]) -> str:
    """Make the style sheet for these colours at this scale."""
    sizes = {f"f{n}": px(n) for n in (13, 14, 15, 17, 20, 23, 24)}
    spaces = {f"s{n}": px(n) for n in (4, 6, 7, 8, 10, 12, 13, 14, 16, 20)}
    spaces["r"] = px(14) // 2 + 2
    heights = {f"b{n}": px(n) for n in (32, 36, 80)}
    sheet = _SHEET.substitute(tokens, **sizes, **spaces, **heights)
    return sheet + "".join(_pill(tone, tokens, px) for tone in _TONES)


def _pill(tone: str, tokens: dict[str, str], px: Callable[[float], int]) -> str:
    text = tokens["accentText"] if tone == "accent" else tokens[tone]
    return (
        f'QFrame[kind="pill"][tone="{tone}"] {{ background: {tokens[tone + "Soft"]}; border: 0; '
        f"border-radius: {px(10)}px; }} "
        f'QFrame[kind="pill"][tone="{tone}"] QLabel {{ color: {text}; font-size: {px(13)}px; '
        f"font-weight: 600; }}\n"
        f'QFrame[kind="count"][tone="{tone}"] {{ background: {tokens[tone + "Soft"]}; border: 0; '
        f"border-radius: {px(8)}px; }} "
        f'QFrame[kind="count"][tone="{tone}"] QLabel {{ color: {text}; }}\n'
        f'QPushButton[kind="filter"][tone="{tone}"] {{ background: {tokens[tone + "Soft"]}; '
        f"color: {text}; border: 2px solid {tokens[tone + 'Soft']}; padding: 0 {px(10)}px; "
        f"border-radius: {px(10)}px; min-height: {px(32)}px; font-size: {px(13)}px; "
        f"font-weight: 600; }} "
        f'QPushButton[kind="filter"][tone="{tone}"]:checked {{ border-color: {text}; }} '
        f'QPushButton[kind="filter"]:focus {{ border-color: {tokens["focus"]}; }}\n'
    )
