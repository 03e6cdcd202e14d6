"""The viewer of one exhibit: the picture, what it says of itself, its hash, its custody."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from cases.changes import Changes, Part
from cases.language import tr
from cases.work.custody_words import act_words, why_words
from cases.work.evidence_records import CustodyRecord, ExhibitRecord
from cases.work.records import CaseId, ExhibitId
from gui import desk, icons, theme
from gui.background import Work, look
from gui.exhibit_words import name_of, place_of, time_of
from gui.frame import Frame, Page
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap, icon_label, line, pair, row, scrolled
from gui.widgets.choice import Field
from gui.widgets.picture import whole
from gui.widgets.text import copyable, label


@dataclass(frozen=True, slots=True)
class View:
    """What the viewer shows."""

    exhibit: ExhibitRecord
    custody: tuple[CustodyRecord, ...]


class Canvas(QWidget):
    """The picture, as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._kind = "photo"
        self._note = ""
        self.scale = 1.0
        self.setMinimumSize(theme.px(240), theme.px(200))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage, kind: str, note: str) -> None:
        """Show a picture, or a note where there is none."""
        self._image, self._kind, self._note = image, kind, note
        self.scale = 1.0
        self.update()

    def sizeHint(self) -> QSize:
        """Most of the page."""
        return QSize(theme.px(640), theme.px(520))

    def zoom(self, factor: float) -> None:
        """Show it larger or smaller around its middle."""
        self.scale = min(8.0, max(1.0, self.scale * factor))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, or why there is none."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), theme.colour("surface2"))
        if self._image.isNull():
            size = theme.px(40)
            mark = icons.pixmap("paperclip" if self._kind != "photo" else "image", "control", 40)
            painter.drawPixmap((self.width() - size) // 2, self.height() // 2 - size, mark)
            painter.setPen(theme.colour("text2"))
            painter.drawText(
                QRectF(
                    theme.px(20),
                    self.height() / 2 + theme.px(10),
                    self.width() - theme.px(40),
                    theme.px(90),
                ),
                int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap),
                self._note,
            )
        else:
            size_now = self._image.size().scaled(
                self.size() * self.scale, Qt.AspectRatioMode.KeepAspectRatio
            )
            target = QRectF(
                (self.width() - size_now.width()) / 2,
                (self.height() - size_now.height()) / 2,
                size_now.width(),
                size_now.height(),
            )
            painter.drawImage(target, self._image, QRectF(self._image.rect()))
        painter.end()


class ExhibitPage(Page):
    """One exhibit, with its neighbours to the left and right."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.title, self.crumb = tr("Bukti"), tr("Kasus")
        self._exhibits: tuple[ExhibitId, ...] = ()
        self._at = 0
        self._case: CaseId | None = None
        self.view: View | None = None
        self.canvas = Canvas()
        self._side = Swap(margin=4)
        self._build()

    def _build(self) -> None:
        column = self.column()
        self.setLayout(column)
        self._name = label("", "card-title")
        self._before = button(
            "", "", "chevron-left", name=tr("Bukti sebelumnya"), clicked=lambda: self._step(-1)
        )
        self._after = button(
            "", "", "chevron-right", name=tr("Bukti berikutnya"), clicked=lambda: self._step(1)
        )
        column.addLayout(
            row(
                self._before,
                self._after,
                self._name,
                1,
                button(
                    "", "", "zoom-out", name=tr("Perkecil"), clicked=lambda: self.canvas.zoom(0.8)
                ),
                button(
                    "", "", "zoom-in", name=tr("Perbesar"), clicked=lambda: self.canvas.zoom(1.25)
                ),
                button(tr("Lihat berkas asli"), "", "maximize", clicked=self._show_original),
            )
        )
        body = QHBoxLayout()
        body.setSpacing(theme.px(14))
        body.addWidget(self.canvas, 1)
        area = scrolled(self._side, kind="panel")
        area.setFixedWidth(theme.px(368))
        body.addWidget(area)
        column.addLayout(body, 1)
        for key, act in (
            ("Left", lambda: self._step(-1)),
            ("Right", lambda: self._step(1)),
            ("+", lambda: self.canvas.zoom(1.25)),
            ("-", lambda: self.canvas.zoom(0.8)),
            ("Escape", self.back),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self.canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_exhibit(self, exhibits: tuple[ExhibitId, ...], at: int, case: CaseId | None) -> None:
        """Show one of several exhibits; that it was looked at is recorded."""
        self._exhibits, self._at, self._case = exhibits, at, case
        self.crumb = tr("Kasus") if case else tr("Hari ini")
        self._before.setEnabled(at > 0)
        self._after.setEnabled(at + 1 < len(exhibits))
        self.canvas.show_image(QImage(), "photo", tr("Memuat…"))
        home, exhibit = self.session.home, self.exhibit
        Work(self, lambda _progress: desk.view_exhibit(home, exhibit)).start()
        look(self, lambda: whole(desk.preview(home, exhibit)), self._show_picture, slot="picture")

    @property
    def exhibit(self) -> ExhibitId:
        """The exhibit shown."""
        return self._exhibits[self._at]

    def refresh(self) -> None:
        """Read what is written about the exhibit anew."""
        if not self._exhibits:
            return
        home, exhibit, case = self.session.home, self.exhibit, self._case

        def read() -> View:
            return View(
                desk.exhibit(home, exhibit, case),
                desk.custody(home, exhibit),
            )

        look(self, read, self._show, slot="view")

    def hear(self, changes: Changes) -> None:
        """Look again when custody or exhibits changed."""
        if changes.parts & {Part.CUSTODY, Part.EXHIBIT}:
            self.refresh()

    def _show_picture(self, image: QImage) -> None:
        self.canvas.show_image(image, "photo", self._why_none())

    def _why_none(self) -> str:
        if self.view and self.view.exhibit.reason:
            return self.view.exhibit.reason
        return tr("Pratinjau belum dibuat. Berkas asli tetap tersimpan.")

    def _show(self, view: View) -> None:
        from cases.work.times import size

        self.view = view
        exhibit = view.exhibit
        self.title = exhibit.code or tr("Belum dipilah")
        self._name.setText(name_of(exhibit))
        self.frame.show_where()
        self.canvas.setAccessibleName(f"{exhibit.code} {name_of(exhibit)}")
        column = self._side.renew()
        facts = Card(tr("Data berkas"), "info")
        zone = self.session.zone
        for name, value in (
            (tr("Waktu"), time_of(exhibit, zone)),
            (tr("Tempat"), place_of(exhibit)),
            (tr("Kamera"), exhibit.camera or tr("tidak disebut")),
            (tr("Berkas"), exhibit.file),
            (tr("Ukuran"), size(exhibit.size)),
            (tr("Gambar"), f"{exhibit.width} × {exhibit.height}" if exhibit.width else "–"),
        ):
            facts.column.addWidget(pair(name, value))
        caption = QLineEdit(exhibit.caption)
        caption.setCursorPosition(0)
        caption.editingFinished.connect(lambda: self._caption(caption))
        facts.column.addWidget(Field(tr("Keterangan"), caption))
        column.addWidget(facts)
        column.addWidget(self._hash(exhibit))
        if exhibit.signals or exhibit.reason:
            column.addWidget(self._hints(exhibit))
        column.addWidget(self._log(view))
        column.addStretch(1)

    def _hash(self, exhibit: ExhibitRecord) -> Card:
        card = Card("SHA-256", "fingerprint")
        spaced = " ".join(exhibit.object[i : i + 8] for i in range(0, 64, 8))
        card.column.addWidget(copyable(spaced))
        copy = button(tr("Salin"), "link", "copy", name=tr("Salin SHA-256"))
        copy.clicked.connect(
            lambda _checked=False: QGuiApplication.clipboard().setText(exhibit.object)
        )
        card.column.addLayout(row(copy, 1))
        return card

    def _hints(self, exhibit: ExhibitRecord) -> Card:
        card = Card(tr("Perlu dilihat"), "triangle-alert")
        texts = [signal.text for signal in exhibit.signals]
        for text in [exhibit.reason, *texts] if exhibit.reason else texts:
            entry = QWidget()
            inner = row(icon_label("info", "warn"), label(text, "secondary", wrap=True))
            inner.setStretch(1, 1)
            entry.setLayout(inner)
            card.column.addWidget(entry)
        return card

    def _log(self, view: View) -> Card:
        from cases.work.times import short_time

        card = Card(tr("Riwayat penguasaan"), "history")
        for index, entry in enumerate(reversed(view.custody[-30:])):
            if index:
                card.column.addWidget(line())
            card.column.addWidget(label(act_words(entry.act), "strong14", wrap=True))
            under = f"{short_time(entry.at, self.session.zone)}  ·  {entry.officer}"
            card.column.addWidget(label(under, "caption", wrap=True))
            if why_words(entry):
                card.column.addWidget(label(why_words(entry), "caption", wrap=True))
        return card

    def _caption(self, field: QLineEdit) -> None:
        if field.isModified():
            field.setModified(False)
            home, exhibit, text = self.session.home, self.exhibit, field.text().strip()
            Work(self, lambda _progress: desk.caption(home, exhibit, text)).start()

    def _show_original(self) -> None:
        home, exhibit = self.session.home, self.exhibit
        look(
            self,
            lambda: whole(desk.original_picture(home, exhibit)),
            self._show_picture,
            slot="picture",
        )

    def _step(self, step: int) -> None:
        at = self._at + step
        if 0 <= at < len(self._exhibits):
            self.show_exhibit(self._exhibits, at, self._case)
            self.refresh()

    def back(self) -> None:
        """Go back to the case, or to Hari ini."""
        if self._case is not None:
            self.frame.open_case(self._case, "evidence")
        else:
            self.frame.open("today")
