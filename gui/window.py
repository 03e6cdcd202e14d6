"""The one window: the unlock page, the first run, or the shell of an open home."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget

from cases import clock
from cases.language import tr
from cases.resources import resource
from gui import background, closing, desk, settings, theme
from gui.background import Work
from gui.copies import make_copies
from gui.entry.unlock import UnlockPage
from gui.session import Session
from gui.speech import speak
from gui.widgets.room import room_on_screen
from gui.widgets.text import label

if TYPE_CHECKING:
    from gui.entry.first_run import FirstRun

_TICK_MS = 5_000
_SLEPT_MS = 60_000
_BUSY = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.Drop,
}


class Window(QMainWindow):
    """Stands from start to end; what it shows depends on whether a home is open."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.session: Session | None = None
        self._covered: list[QDialog] = []
        self.stack = QStackedWidget()
        self.setCentralWidget(self.stack)
        self.setWindowTitle("Netra")
        self.setWindowIcon(QIcon(str(resource("icons", "netra.png"))))
        self._take_place()
        self.shell: Any = None
        self.cover: UnlockPage | None = None
        self._first: FirstRun | None = None
        self._sure = False
        self._last_busy = self._last_tick = clock.now().mono
        self._watch = QTimer(self)
        self._watch.timeout.connect(self._tick)
        self._watch.start(_TICK_MS)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self.begin()

    def _take_place(self) -> None:
        """Fit the screen, whatever the size of the text: pages scroll where they need more."""
        most = room_on_screen(self)
        self.setMinimumSize(QSize(760, 480).boundedTo(most))
        self.resize(QSize(theme.px(1366), theme.px(728)).boundedTo(most))
        self.move(self.screen().availableGeometry().topLeft())

    # --- what is shown

    def begin(self) -> None:
        """Show the unlock page, or the first run where there is no home yet."""
        officers = desk.officers(self._folder)
        if officers:
            self._show_unlock(UnlockPage(self._folder, officers))
            return
        from gui.entry.first_run import FirstRun

        first = FirstRun(self._folder)
        first.made.connect(self.enter)
        self._replace(first)
        self._first = first

    def choose(self, officer: str) -> None:
        """Choose who unlocks, without being asked."""
        if self.cover is not None:
            self.cover.who.choose(officer)

    def _show_unlock(self, page: UnlockPage) -> None:
        page.opened.connect(self.enter)
        self.cover = page
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        page.field.setFocus()
        self.setWindowTitle("Netra")

    def enter(self, home: Any) -> None:
        """A home is open: show its shell, or uncover the one that was locked."""
        if self.session is not None and self.session.officer.dev == home.officer.dev:
            self.session.home = home
            self._uncover()
        else:
            self.session = Session(home)
            self._make_shell()
        self._last_busy = clock.now().mono
        make_copies(self, home, before=desk.catch_up)

    def _make_shell(self) -> None:
        from gui.shell import Shell

        if self.session is None:
            return
        self.shell = Shell(self.session)
        self.shell.lock_asked.connect(self.lock)
        self.shell.titled.connect(self.setWindowTitle)
        self.shell.dress_wanted.connect(self._settings_changed)
        self.setWindowTitle("Netra")
        self._replace(self.shell)

    def _uncover(self) -> None:
        cover, self.cover = self.cover, None
        self.stack.setCurrentWidget(self.shell)
        if cover is not None:
            self.stack.removeWidget(cover)
            cover.deleteLater()
        self.shell.show_where()
        self.shell.present.refresh()
        for dialog in self._covered:
            dialog.show()
        self._covered = []

    def _replace(self, page: Any) -> None:
        while self.stack.count():
            old = self.stack.widget(0)
            if old is not None:
                self.stack.removeWidget(old)
                old.deleteLater()
        self.cover = self._first = None
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def _settings_changed(self) -> None:
        """Look or language changed: everything is built anew, on the same page."""
        # The page that asked is still in its own click; it may go only after it.
        QTimer.singleShot(0, self._begin_dressing)

    def _begin_dressing(self) -> None:
        """Say at once that it takes a moment; the old pages go first, or they are dressed too."""
        key, self.shell = self.shell.present_key, None
        busy = label(tr("Menata ulang tampilan…"), "title")
        busy.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._replace(busy)
        self.repaint()
        QTimer.singleShot(0, lambda: self._end_dressing(key))

    def _end_dressing(self, key: str) -> None:
        speak(settings.read_language())
        theme.apply(settings.read_theme())
        self._make_shell()
        self.shell.open("settings" if key == "settings" else "today")

    def dress(self) -> None:
        """Build the shell anew in the look and language in use."""
        key = self.shell.present_key
        self._make_shell()
        self.shell.open("settings" if key == "settings" else "today")

    # --- locking

    def lock(self) -> None:
        """Cover the window and forget the keys; a running import may finish."""
        if self.session is None or self.cover is not None:
            return
        focus = QApplication.focusWidget()
        if focus is not None:
            focus.clearFocus()  # a field that is left sends what was typed
        home = self.session.home
        self._covered = [dialog for dialog in self.findChildren(QDialog) if dialog.isVisible()]
        for dialog in self._covered:
            dialog.hide()
        page = UnlockPage(self._folder, desk.officers(self._folder), home)
        page.choose(self.session.officer)
        self._show_unlock(page)
        self.setWindowTitle(tr("Netra – terkunci"))
        background.halt()
        # Behind all short writes that wait, so that nothing typed is lost.
        Work(self, lambda _progress: desk.lock(home)).start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that somebody is at the laptop."""
        if event.type() in _BUSY:
            self._last_busy = clock.now().mono
        return False

    def _tick(self) -> None:
        now = clock.now().mono
        slept = now - self._last_tick > _SLEPT_MS
        self._last_tick = now
        idle = now - self._last_busy > settings.read_idle_minutes() * 60_000
        if slept or idle:
            self.lock()

    def _unsafe(self) -> tuple[str, str, str] | None:
        if self._first is not None and self._first.unsafe:
            return closing.words_of_sheet()
        return closing.words_of_work(self.shell.importing if self.shell is not None else None)

    def _close_anyway(self) -> None:
        self._sure = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask where something would be lost; wait for what is being written; forget the keys."""
        words = self._unsafe()
        if words is not None and not self._sure:
            event.ignore()
            closing.ask(self, words, self._close_anyway)
            return
        self._watch.stop()
        focus = QApplication.focusWidget()
        if focus is not None:
            focus.clearFocus()
        if self.session is not None:
            home = self.session.home
            Work(self, lambda _progress: desk.lock(home)).start()
        background.finish()
        desk.close_viewing()
        super().closeEvent(event)
