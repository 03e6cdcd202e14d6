"""
Pictures of exhibits: read and decoded in the background, kept small, shown with round corners.

`decode` runs in a reader thread and makes a `QImage` of the size asked for; only the GUI thread
turns it into a pixmap. A picture is named by (exhibit, print copy), so a print copy that comes
later is asked for anew.
"""

from collections import OrderedDict, deque
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QWidget

from gui import background, icons, theme

Key = tuple[str, str, int, int]
_KEPT = 400
_WAITING = 60
"""So many are on the screen at most; older wishes are given up."""
_AT_ONCE = 2


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


class Pictures(QObject):
    """
    Small pictures on demand; `arrived` is told when one that was missing has come.

    What was asked for last is read first, since that is what is on the screen now; what was
    scrolled past long ago is not read at all.
    """

    def __init__(
        self, parent: QWidget, fetch: Callable[[str], bytes], arrived: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._fetch = fetch
        self._arrived = arrived
        self._kept: OrderedDict[Key, QPixmap | None] = OrderedDict()
        self._wanted: deque[Key] = deque()
        self._reading = 0
        self._old: set[Key] = set()
        background.bus.copied.connect(self._hear)

    def get(self, exhibit: str, preview: str, box: QSize) -> QPixmap | None:
        """Give the picture, or None while it is on its way or where there is none."""
        key = (exhibit, preview, box.width(), box.height())
        if key in self._kept:
            self._kept.move_to_end(key)
            if key in self._old:
                self._old.discard(key)
                self._want(key)
            return self._kept[key]
        self._kept[key] = None
        while len(self._kept) > _KEPT:
            self._old.discard(self._kept.popitem(last=False)[0])
        self._want(key)
        return None

    def ready(self) -> set[str]:
        """The exhibits whose pictures are there."""
        return {key[0] for key, picture in self._kept.items() if picture is not None}

    def clear(self) -> None:
        """Forget all pictures (at lock)."""
        self._kept.clear()

    def _hear(self, exhibits: frozenset[str]) -> None:
        """Print copies were made: what stands for them is read anew when it is painted next."""
        fresh = {key for key in self._kept if not key[1] and key[0] in exhibits}
        if fresh:
            self._old |= fresh
            self._arrived()

    def _want(self, key: Key) -> None:
        self._wanted.append(key)
        while len(self._wanted) > _WAITING:
            passed = self._wanted.popleft()
            if self._kept.get(passed) is None:
                self._kept.pop(passed, None)
        self._read()

    def _read(self) -> None:
        while self._wanted and self._reading < _AT_ONCE:
            self._reading += 1
            self._fly(self._wanted.pop())

    def _fly(self, key: Key) -> None:
        ratio = self._parent.devicePixelRatioF()
        large = QSize(key[2], key[3]) * ratio
        background.look(
            self._parent,
            lambda: decode(self._fetch(key[0]), large),
            lambda image: self._keep(key, image, ratio),
            failed=lambda _error: self._next(),
        )

    def _next(self) -> None:
        self._reading -= 1
        self._read()

    def _keep(self, key: Key, image: QImage, ratio: float) -> None:
        self._next()
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
