"""Where the keys go on: after content was made anew, on a page that comes to the front."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget


def keep_focus(holder: QWidget, old: QWidget) -> None:
    """
    Give the focus of content that goes to its twin in what comes in its place.

    The twin has the same kind and name; without one the widget at the same place takes it. Qt
    would move on to the next widget of the window, which is often the navigation.
    """
    focus: QWidget | None = holder.window().focusWidget()
    if focus is None or not old.isAncestorOf(focus):
        return
    kind, name = type(focus), focus.accessibleName()
    place = usable(old).index(focus) if focus in usable(old) else 0

    def restore() -> None:
        if not holder.isVisible():
            return
        present: QWidget | None = holder.window().focusWidget()
        if present is not None and present is not focus and _chosen(holder, present):
            return
        fresh = [one for one in usable(holder) if not old.isAncestorOf(one)]
        twins = [one for one in fresh if type(one) is kind and one.accessibleName() == name]
        for one in (*twins, *fresh[place:], *reversed(fresh)):
            one.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    QTimer.singleShot(0, holder, restore)


def usable(part: QWidget) -> list[QWidget]:
    """What the keys can reach in a part, in the order of its making."""
    return [
        one
        for one in part.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and not one.isHidden() and one.isEnabled()
    ]


def land(part: QWidget) -> None:
    """Let the keys go on in a part that came to the front, unless they are in it already."""
    focus: QWidget | None = part.window().focusWidget()
    if focus is not None and (focus is part or part.isAncestorOf(focus)):
        return
    for one in (part, *usable(part)):
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            one.setFocus(Qt.FocusReason.OtherFocusReason)
            return


def _chosen(holder: QWidget, focus: QWidget) -> bool:
    """Whether a person moved the focus meanwhile: Qt itself moves it out of the holder."""
    return holder.isAncestorOf(focus) and focus.hasFocus()
