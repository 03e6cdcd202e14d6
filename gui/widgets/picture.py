"""
Pictures of exhibits: read and decoded in the background, kept small, shown with round corners.

`decode` runs in a reader thread and makes a `QImage` of the size asked for; only the GUI thread
turns it into a pixmap. A picture is named by (exhibit, print copy), so a print copy that comes
later is asked for anew.
"""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QWidget

from gui import background, icons, theme

Key = tuple[str, str, int, int]
_KEPT = 400


def decode(data: bytes, box: QSize) -> QImage:
    """Decode a JPEG so that it fills `box`, cut around the middle; null where it is none."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid():
        return QImage()
    reader.setScaledSize(size.scaled(box, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    if image.isNull():
        return image
    x, y = (image.width() - box.width()) // 2, (image.height() - box.height()) // 2
    return image.copy(max(0, x), max(0, y), box.width(), box.height())


def whole(data: bytes) -> QImage:
    """Decode a picture at its full size."""
    image = QImage()
    image.loadFromData(QByteArray(data))
    return image


class Pictures:
    """Small pictures on demand; `arrived` is told when one that was missing has come."""

    def __init__(
        self, parent: QWidget, fetch: Callable[[str], bytes], arrived: Callable[[], None]
    ) -> None:
        self._parent = parent
        self._fetch = fetch
        self._arrived = arrived
        self._kept: OrderedDict[Key, QPixmap | None] = OrderedDict()

    def get(self, exhibit: str, preview: str, box: QSize) -> QPixmap | None:
        """Give the picture, or None while it is on its way or where there is none."""
        ratio = self._parent.devicePixelRatioF()
        key = (exhibit, preview, box.width(), box.height())
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        self._kept[key] = None
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        large = box * ratio
        background.look(
            self._parent,
            lambda: decode(self._fetch(exhibit), large),
            lambda image: self._keep(key, image, ratio),
            failed=lambda _error: None,
        )
        return None

    def clear(self) -> None:
        """Forget all pictures (at lock)."""
        self._kept.clear()

    def _keep(self, key: Key, image: QImage, ratio: float) -> None:
        if image.isNull():
            return
        made = QPixmap.fromImage(image)
        made.setDevicePixelRatio(ratio)
        self._kept[key] = made
        self._arrived()


def paint(
    painter: QPainter, box: QRectF, picture: QPixmap | None, *, radius: float = 6, kind: str = ""
) -> None:
    """Paint a picture with round corners, or the icon of its kind on a plain ground."""
    path = QPainterPath()
    path.addRoundedRect(box, theme.px(radius), theme.px(radius))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.fillPath(path, theme.colour("surface2"))
    painter.setClipPath(path)
    if picture is not None:
        painter.drawPixmap(box, picture, QRectF(picture.rect()))
    else:
        size = 24
        mark = icons.pixmap("paperclip" if kind == "attachment" else "image", "control", size)
        edge = theme.px(size)
        painter.drawPixmap(
            round(box.center().x() - edge / 2), round(box.center().y() - edge / 2), mark
        )
    painter.restore()
