"""The picture of an exhibit: fitted, enlarged, moved, turned; an overlay may draw on it."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import icons, theme

WHOLE = 1000.0
"""Places are told per mille of the whole upright picture, as in derived copies."""
_MOST = 12.0
_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_STEP = 60
_WAYS = {
    int(Qt.Key.Key_Left): (_STEP, 0),
    int(Qt.Key.Key_Right): (-_STEP, 0),
    int(Qt.Key.Key_Up): (0, _STEP),
    int(Qt.Key.Key_Down): (0, -_STEP),
}


class Overlay(Protocol):
    """What is drawn over the picture, and hears of the pointer while it is there."""

    def paint(self, painter: QPainter, size: QSize) -> None:
        """Paint in pixels of the picture."""

    def press(self, place: QPointF) -> None:
        """The pointer went down, per mille."""

    def drag(self, place: QPointF) -> None:
        """The pointer moves while it is down."""

    def release(self, place: QPointF) -> None:
        """The pointer came up."""

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key that is else a shortcut of the page is for the overlay now."""

    def key(self, event: QKeyEvent) -> bool:
        """Take a key, or leave it to the page."""


class Canvas(QWidget):
    """The picture, as large as there is room; larger it can be moved about."""

    zoomed = Signal(float)
    """How large it is shown, 1 = one point of the picture on one of the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._kind, self._note = "photo", ""
        self.scale = 1.0
        """1: all of it is seen."""
        self.turned = 0
        self._moved = QPointF()
        self._held: QPointF | None = None
        self._ring = False
        """The focus came by the keyboard, so it is shown."""
        self.overlay: Overlay | None = None
        self.under: Callable[[QPainter, QSize], None] | None = None
        """What is always painted over the picture, below an overlay."""
        self.setMinimumSize(theme.px(240), theme.px(180))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_image(self, image: QImage, kind: str, note: str, *, stay: bool = False) -> None:
        """Show a picture, or a note where there is none; `stay` keeps the place looked at."""
        self._image, self._kind, self._note = image, kind, note
        if not stay:
            self.turned = 0
            self.fit()
        self.update()

    @property
    def has_picture(self) -> bool:
        """Whether a picture is shown."""
        return not self._image.isNull()

    def sizeHint(self) -> QSize:
        """Most of the page."""
        return QSize(theme.px(640), theme.px(520))

    # --- how it is looked at

    def fit(self) -> None:
        """Show all of it."""
        self.scale, self._moved = 1.0, QPointF()
        self._tell()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Show it larger or smaller; the point `at` of the widget stays where it is."""
        before = self.scale
        self.scale = min(_MOST, max(1.0, self.scale * factor))
        middle = QPointF(self.width() / 2, self.height() / 2)
        anchor = (at or middle) - middle
        self._moved = anchor - (anchor - self._moved) * (self.scale / before)
        self._hold_inside()
        self._tell()

    def turn(self) -> None:
        """Turn the view a quarter to the right; nothing is stored."""
        self.turned = (self.turned + 90) % 360
        self.fit()

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture by so many points of the screen."""
        self._moved += QPointF(dx, dy)
        self._hold_inside()
        self.update()

    def _hold_inside(self) -> None:
        """Never let the picture leave the view."""
        wide, high = self._seen()
        x, y = max(0.0, (wide - self.width()) / 2), max(0.0, (high - self.height()) / 2)
        self._moved = QPointF(min(x, max(-x, self._moved.x())), min(y, max(-y, self._moved.y())))

    def _tell(self) -> None:
        self.update()
        if self.has_picture:
            self.zoomed.emit(self._ratio() * self.devicePixelRatioF())

    def _ratio(self) -> float:
        """Points of the widget for each of the picture."""
        wide, high = self._image.width(), self._image.height()
        if self.turned % 180:
            wide, high = high, wide
        return min(self.width() / max(1, wide), self.height() / max(1, high)) * self.scale

    def _seen(self) -> tuple[float, float]:
        wide, high = self._image.width() * self._ratio(), self._image.height() * self._ratio()
        return (high, wide) if self.turned % 180 else (wide, high)

    def transform(self) -> QTransform:
        """Pixels of the picture -> points of the widget."""
        made = QTransform()
        made.translate(self.width() / 2 + self._moved.x(), self.height() / 2 + self._moved.y())
        made.rotate(self.turned)
        made.scale(self._ratio(), self._ratio())
        made.translate(-self._image.width() / 2, -self._image.height() / 2)
        return made

    def place_of(self, point: QPointF) -> QPointF:
        """A point of the widget as a place in the picture, per mille, held inside it."""
        inverse, _possible = self.transform().inverted()
        pixel = inverse.map(point)
        x = pixel.x() * WHOLE / max(1, self._image.width())
        y = pixel.y() * WHOLE / max(1, self._image.height())
        return QPointF(min(WHOLE, max(0.0, x)), min(WHOLE, max(0.0, y)))

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture with what is drawn over it, or why there is none."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("surface2"))
        if self._image.isNull():
            self._paint_note(painter)
        else:
            painter.setTransform(self.transform())
            painter.drawImage(QPointF(), self._image)
            if self.under is not None:
                self.under(painter, self._image.size())
            if self.overlay is not None:
                self.overlay.paint(painter, self._image.size())
            painter.resetTransform()
        if self.hasFocus() and self._ring:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_note(self, painter: QPainter) -> None:
        size = theme.px(40)
        mark = icons.pixmap("paperclip" if self._kind != "photo" else "image", "control", 40)
        painter.drawPixmap((self.width() - size) // 2, self.height() // 2 - size, mark)
        painter.setPen(theme.colour("text2"))
        room = QRectF(
            theme.px(20),
            self.height() / 2 + theme.px(10),
            self.width() - theme.px(40),
            theme.px(90),
        )
        painter.drawText(
            room, int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap), self._note
        )

    # --- pointer and keys

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus to those who move it with keys."""
        self._ring = event.reason() in _BY_KEYS
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom where the pointer is."""
        if self.has_picture and event.angleDelta().y():
            self.zoom(1.2 if event.angleDelta().y() > 0 else 1 / 1.2, event.position())
            event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to draw, or take hold of the picture."""
        if event.button() != Qt.MouseButton.LeftButton or not self.has_picture:
            return
        if self.overlay is not None:
            self.overlay.press(self.place_of(event.position()))
            self.update()
            return
        self._held = event.position()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on, or move the picture."""
        if self.overlay is not None:
            self.overlay.drag(self.place_of(event.position()))
            self.update()
        elif self._held is not None:
            step = event.position() - self._held
            self._held = event.position()
            self.pan(step.x(), step.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what the pointer did."""
        if self.overlay is not None and event.button() == Qt.MouseButton.LeftButton:
            self.overlay.release(self.place_of(event.position()))
            self.update()
        self._held = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show it large here, or whole again."""
        if self.overlay is None and self.has_picture:
            if self.scale > 1:
                self.fit()
            else:
                self.zoom(3.0, event.position())

    def event(self, event: QEvent) -> bool:
        """Keep the arrows for an enlarged picture or an overlay; else they turn to the next."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            wanted = event.key() in _WAYS and self.scale > 1
            if wanted or (self.overlay is not None and self.overlay.takes(event)):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move an enlarged picture; else they are the page's."""
        if self.overlay is not None and self.overlay.key(event):
            self.update()
            return
        step = _WAYS.get(event.key())
        if step and self.scale > 1:
            self.pan(*step)
            return
        super().keyPressEvent(event)
