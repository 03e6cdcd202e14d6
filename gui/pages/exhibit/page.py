"""
The viewer of one exhibit: the picture, what it says of itself, its copies, its custody.

What is shown first is the print copy; the original is decoded in the limited child as soon as
somebody looks closer. Pages of a PDF are drawn there as well. Nothing here touches the original.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QShortcut, QShowEvent

from cases.changes import Changes, Part
from cases.language import tr
from cases.work.evidence_records import DerivedRecord
from cases.work.records import CaseId, ExhibitId
from gui import desk
from gui.background import Work, look
from gui.desk import evidence
from gui.desk.evidence import ExhibitView
from gui.exhibit_words import name_of
from gui.frame import Frame
from gui.pages.exhibit.acts import ExhibitActs
from gui.pages.exhibit.panel import TABS
from gui.pages.exhibit.parts import ExhibitParts
from gui.pages.exhibit.shots import (
    ORIGINAL,
    PDF,
    PREVIEW,
    Shot,
    copy_shot,
    leaf_shot,
    photo_shot,
    why_none,
)
from gui.widgets.notice import Notice

_CLOSER = 1.05
"""Shown larger than this, the print copy has no more to give."""


class ExhibitPage(ExhibitParts):
    """One exhibit, with its neighbours to the left and right."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.version, self._page = PREVIEW, 1
        self.acts = ExhibitActs(self)
        self._connect()
        self._bind()

    def _connect(self) -> None:
        bar, editor = self.bar, self.editor
        bar.stepped.connect(self._step)
        bar.version_chosen.connect(self.show_version)
        bar.page_chosen.connect(self._show_leaf)
        bar.zoomed.connect(self.canvas.zoom)
        bar.fit_wanted.connect(self.canvas.fit)
        bar.turn_wanted.connect(self.canvas.turn)
        bar.edit_wanted.connect(self.begin_copy)
        bar.panel_wanted.connect(lambda: self.panel.setVisible(self.panel.isHidden()))
        self.canvas.zoomed.connect(self._zoomed)
        editor.drawn.connect(self.canvas.update)
        editor.left.connect(self.end_copy)
        editor.kept.connect(self.acts.keep_copy)
        self.banner.export_wanted.connect(self.acts.export_copy)

    def _bind(self) -> None:
        for key, act in (
            ("Left", lambda: self._step(-1)),
            ("Right", lambda: self._step(1)),
            ("+", lambda: self.canvas.zoom(1.25)),
            ("-", lambda: self.canvas.zoom(0.8)),
            ("0", self.canvas.fit),
            ("PgUp", lambda: self.bar.turn_leaf(-1)),
            ("PgDown", lambda: self.bar.turn_leaf(1)),
            ("R", self.canvas.turn),
            ("S", self.begin_copy),
            ("H", self._copy_hash),
            ("I", self.bar.panel_wanted.emit),
            ("Escape", self._escape),
            *((f"Alt+{n}", lambda tab=tab: self.panel.turn(tab)) for n, tab in enumerate(TABS, 1)),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # --- which exhibit

    def show_exhibit(self, exhibits: tuple[ExhibitId, ...], at: int, case: CaseId | None) -> None:
        """Show one of several exhibits; that it was looked at is recorded."""
        self.exhibits, self.at, self.case = exhibits, at, case
        self.crumb = tr("Kasus") if case else tr("Hari ini")
        self.view, self.version, self._page = None, PREVIEW, 1
        self.end_copy()
        self.banner.hide()
        self.bar.show_leaf(1, 0)
        self.bar.show_place(at, len(exhibits))
        self.canvas.show_image(QImage(), "photo", tr("Memuat…"))
        home, exhibit = self.session.home, self.exhibit
        Work(self, lambda _progress: desk.view_exhibit(home, exhibit)).start()
        self._load()

    def _step(self, step: int) -> None:
        at = self.at + step
        if 0 <= at < len(self.exhibits):
            self.show_exhibit(self.exhibits, at, self.case)
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the keys work at once."""
        super().showEvent(event)
        self.canvas.setFocus()

    def refresh(self) -> None:
        """Read what is written about the exhibit anew."""
        if self.exhibits:
            home, exhibit, case = self.session.home, self.exhibit, self.case
            look(self, lambda: evidence.read_view(home, exhibit, case), self._show, slot="view")

    def reload(self) -> None:
        """Read all anew, the picture too."""
        self.refresh()
        self._load()

    def hear(self, changes: Changes) -> None:
        """Look again when custody or exhibits changed."""
        if changes.parts & {Part.CUSTODY, Part.EXHIBIT}:
            self.refresh()

    def _show(self, view: ExhibitView) -> None:
        if view.exhibit.id != self.exhibit:
            return
        first, self.view = self.view is None, view
        self.title = view.exhibit.code or tr("Belum dipilah")
        self.frame.show_where()
        self.canvas.setAccessibleName(f"{view.exhibit.code} {name_of(view.exhibit)}".strip())
        self.bar.show_view(view, self.version)
        self.panel.show_view(view, in_case=self.case is not None)
        self.shown.show_exhibit(self.case, view.exhibit.id, view.exhibit.kind)
        self._show_banner()
        if first and view.exhibit.media_type == PDF:
            self._load()
        elif not self.canvas.has_picture:
            self.canvas.show_image(QImage(), view.exhibit.kind, why_none(view, ""))

    # --- which picture of it

    def show_version(self, version: str) -> None:
        """Show the print copy, the original, or a derived copy."""
        self.version = version
        self.end_copy()
        self._show_banner()
        self._load()

    def _show_original(self) -> None:
        self.show_version(ORIGINAL)
        self.bar.version.choose(ORIGINAL)

    def _show_leaf(self, page: int) -> None:
        self._page = page
        self._load()

    def _zoomed(self, ratio: float) -> None:
        self.bar.show_ratio(ratio)
        is_photo = self.view is not None and self.view.exhibit.kind == "photo"
        if is_photo and self.version == PREVIEW and self.canvas.scale > 1 and ratio > _CLOSER:
            self._take_original()

    def _take_original(self) -> None:
        """Put the original in place of the print copy; the place looked at stays."""
        self.version = ORIGINAL
        self.bar.version.choose(ORIGINAL)
        self._load(stay=True)

    def _load(self, *, stay: bool = False) -> None:
        shot = self._shot()
        look(self, shot, lambda found: self._show_picture(found, stay=stay), slot="picture")

    def _shot(self) -> Callable[[], Shot]:
        home, exhibit = self.session.home, self.exhibit
        copy = self.copy
        if copy is not None:
            return copy_shot(home, copy)
        if self.view is not None and self.view.exhibit.media_type == PDF:
            return leaf_shot(home, exhibit, self._page)
        return photo_shot(home, exhibit, self.version)

    @property
    def copy(self) -> DerivedRecord | None:
        """The derived copy shown, if one is."""
        copies = self.view.copies if self.view is not None else ()
        return next((one for one in copies if one.id == self.version), None)

    def _show_picture(self, shot: Shot, *, stay: bool) -> None:
        kind = self.view.exhibit.kind if self.view is not None else "photo"
        if shot.image.isNull() and stay:
            return  # the original cannot be decoded: what is shown stays
        self.bar.show_leaf(min(self._page, max(1, shot.pages)), shot.pages)
        self.canvas.show_image(shot.image, kind, why_none(self.view, shot.reason), stay=stay)
        self.bar.show_looks(shown=self.canvas.has_picture)

    def _show_banner(self) -> None:
        copy = self.copy
        self.banner.setVisible(copy is not None)
        self.shown.set_painted(painted=copy is None)
        if copy is not None and self.view is not None:
            self.banner.show_copy(copy, self.view.exhibit)

    # --- a derived copy

    def begin_copy(self) -> None:
        """Draw on the picture; what is drawn becomes a copy, the original stays."""
        if self.view is None or not self.canvas.has_picture or not self.bar.edit.isVisible():
            return
        if self.version != ORIGINAL and self.view.exhibit.kind == "photo":
            self._show_original()
        self.editor.begin()
        self.canvas.overlay = self.editor
        self.canvas.turned = 0
        self.canvas.fit()
        self.editor.show()
        self.bar.edit.setEnabled(False)
        self.canvas.setCursor(Qt.CursorShape.CrossCursor)
        self.canvas.setFocus()

    def end_copy(self) -> None:
        """Leave the tools; what was drawn and not kept is gone."""
        self.canvas.overlay = None
        self.editor.hide()
        self.bar.edit.setEnabled(True)
        self.canvas.unsetCursor()
        self.canvas.update()

    def copy_kept(self, changes: Changes) -> None:
        """Show the copy that was made."""
        self.end_copy()
        self.version = changes.made
        self.frame.tell(Notice(tr("Salinan turunan disimpan. Berkas asli tidak berubah.")))
        home, exhibit, case = self.session.home, self.exhibit, self.case

        def show(view: ExhibitView) -> None:
            self._show(view)
            self._load()

        look(self, lambda: evidence.read_view(home, exhibit, case), show, slot="view")

    def _escape(self) -> None:
        if self.canvas.overlay is not None:
            self.end_copy()
        else:
            self.back()

    def _copy_hash(self) -> None:
        if self.view is not None:
            QGuiApplication.clipboard().setText(self.view.exhibit.object)
            self.frame.tell(Notice(tr("SHA-256 disalin.")))

    def back(self) -> None:
        """Go back to the case, or to Hari ini."""
        if self.case is not None:
            self.frame.open_case(self.case, "evidence")
        else:
            self.frame.open("today")
