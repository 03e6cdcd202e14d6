"""Exhibits on their way by drag and drop inside the window."""

from collections.abc import Iterable

from PySide6.QtCore import QMimeData

KIND = "application/x-netra-exhibits"


def carry(exhibits: Iterable[str]) -> QMimeData:
    """Pack ids of exhibits for a drag."""
    made = QMimeData()
    made.setData(KIND, ",".join(exhibits).encode())
    return made


def carried(data: QMimeData) -> tuple[str, ...]:
    """Give the exhibits that are dragged; none where it is something else."""
    if not data.hasFormat(KIND):
        return ()
    text = bytes(data.data(KIND).data()).decode()
    return tuple(part for part in text.split(",") if part)
