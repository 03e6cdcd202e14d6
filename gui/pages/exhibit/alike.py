"""The same picture elsewhere: other exhibits that look alike, side by side; a hint, no proof."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from cases.language import tr
from cases.work.evidence_records import SimilarRecord
from gui import desk, theme
from gui.background import look
from gui.desk.evidence import ExhibitView
from gui.session import Session
from gui.widgets.buttons import button
from gui.widgets.card import Card, line, row
from gui.widgets.picture import decode
from gui.widgets.text import label

_MOST = 6
_WIDE, _HIGH = 148, 104


class AlikeCard(Card):
    """Each look-alike beside the exhibit itself."""

    wanted = Signal(object)

    def __init__(self, session: Session, view: ExhibitView) -> None:
        super().__init__(tr("Gambar serupa di tempat lain"), "images")
        self._session = session
        note = tr("Hanya petunjuk: gambar yang tampak sama. Orang yang memutuskan.")
        self.column.addWidget(label(note, "caption", wrap=True))
        for index, one in enumerate(view.similar[:_MOST]):
            if index:
                self.column.addWidget(line())
            self._add(view, one)
        if len(view.similar) > _MOST:
            words = tr("Dan {n} lagi.", n=len(view.similar) - _MOST)
            self.column.addWidget(label(words, "caption"))

    def _add(self, view: ExhibitView, one: SimilarRecord) -> None:
        where = one.case_code or tr("Belum dipilah")
        name = f"{where} {one.code or one.file}"
        mine = self._picture(view.exhibit.id, tr("Bukti ini"))
        other = self._picture(one.exhibit, name)
        self.column.addLayout(row(mine, other, 1))
        self.column.addWidget(label(f"{where}  ·  {one.code or one.file}", "strong14", wrap=True))
        alike = tr("sama persis menurut sidik rupa") if not one.distance else tr("sangat mirip")
        self.column.addWidget(label(alike, "caption"))
        see = button(tr("Lihat"), "link", "eye", name=tr("Lihat {bukti}", bukti=name))
        see.clicked.connect(lambda _checked=False: self.wanted.emit(one))
        self.column.addLayout(row(see, 1))

    def _picture(self, exhibit: str, name: str) -> QWidget:
        made = QLabel()
        box = QSize(theme.px(_WIDE), theme.px(_HIGH))
        made.setFixedSize(box)
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        home, ratio = self._session.home, self.devicePixelRatioF()

        def show(image: QImage) -> None:
            if not image.isNull():
                pixmap = QPixmap.fromImage(image)
                pixmap.setDevicePixelRatio(ratio)
                made.setPixmap(pixmap)

        look(made, lambda: decode(desk.preview(home, exhibit), box * ratio), show)
        return made
