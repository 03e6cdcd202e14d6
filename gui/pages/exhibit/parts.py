"""The widgets that make up the viewer, and which exhibit they show."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cases.changes import Changes
from cases.language import tr
from cases.work.records import CaseId, ExhibitId
from gui import theme
from gui.desk.evidence import ExhibitView
from gui.frame import Frame, Page
from gui.pages.attendance.shown import ShownBar
from gui.pages.exhibit.bar import ExhibitBar
from gui.pages.exhibit.canvas import Canvas
from gui.pages.exhibit.copy_banner import CopyBanner
from gui.pages.exhibit.editor import Editor
from gui.pages.exhibit.panel import ExhibitPanel


class ExhibitParts(Page):
    """The widgets of the viewer."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.title, self.crumb = tr("Bukti"), tr("Kasus")
        self.exhibits: tuple[ExhibitId, ...] = ()
        self.at = 0
        self.case: CaseId | None = None
        self.view: ExhibitView | None = None
        self.bar = ExhibitBar()
        self.canvas = Canvas()
        self.shown = ShownBar(self.session, self.canvas)
        self.editor = Editor()
        self.banner = CopyBanner(self.session.zone)
        self.panel = ExhibitPanel(self.session)
        self._build()

    def _build(self) -> None:
        column = self.column()
        column.setSpacing(theme.px(8))
        self.setLayout(column)
        left = QVBoxLayout()
        left.setSpacing(theme.px(8))
        for part in (self.bar, self.editor, self.banner):
            left.addWidget(part)
        left.addWidget(self.canvas, 1)
        left.addWidget(self.shown)
        self.editor.hide()
        self.banner.hide()
        body = QHBoxLayout()
        body.setSpacing(theme.px(14))
        body.addLayout(left, 1)
        self.panel.setFixedWidth(theme.px(368))
        body.addWidget(self.panel)
        column.addLayout(body, 1)

    @property
    def exhibit(self) -> ExhibitId:
        """The exhibit shown."""
        return self.exhibits[self.at]

    @property
    def parts(self) -> list[QWidget]:
        """The bar, the picture, and the panel."""
        return [self.bar, self.canvas, self.panel]

    def reload(self) -> None:
        """Read all anew, the picture too."""
        raise NotImplementedError

    def copy_kept(self, changes: Changes) -> None:
        """Show the copy that was made."""
        raise NotImplementedError
