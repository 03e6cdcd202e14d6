"""Icons: Lucide drawings, tinted when they are asked for and kept."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from cases.resources import resource
from gui import theme


def pixmap(name: str, ink: str = "text", size: int = 20) -> QPixmap:
    """Draw an icon in a colour of the look in use; `size` is scaled like every length."""
    application = QGuiApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    return _draw(name, theme.current().tokens.get(ink, ink), theme.px(size), ratio)


def icon(name: str, ink: str = "text", size: int = 20) -> QIcon:
    """Make an icon for a button; when the button is disabled it fades as its text does."""
    made = QIcon(pixmap(name, ink, size))
    made.addPixmap(pixmap(name, "control", size), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=512)
def _draw(name: str, hue: str, size: int, ratio: float) -> QPixmap:
    source = resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", hue)
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(source.encode())).render(
        painter, QRectF(0, 0, drawn.width(), drawn.height())
    )
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
