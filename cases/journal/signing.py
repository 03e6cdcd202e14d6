"""Signatures over the heads of streams: made by who writes, looked at before more is written."""

from cases.errors import NetraError
from cases.journal.event import canonical
from cases.journal.streams import Head
from cases.keys import sshsig
from cases.language import tr

HEAD_NAMESPACE = "netra-head-v1"


class ForeignLine(NetraError):
    """The officer's stream holds a line that the officer's key did not sign."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "Ada catatan atas nama kunci Anda yang tidak Anda tanda tangani; tidak ada yang"
                " ditambahkan sesudahnya."
            ),
            tr("Jalankan pemeriksaan rumah data, laporkan kepada atasan, lalu pulihkan cadangan."),
            code="foreign-line",
        )


def head_message(case: str | None, dev: str, seq: int, sha256: str) -> bytes:
    """Return what the signature of a stream's head covers."""
    return canonical({"case": case, "dev": dev, "seq": seq, "sha256": sha256})


def sign_head(seed: bytes, head: Head) -> str:
    """Sign a head; its `signature` is not looked at."""
    return sshsig.sign(seed, HEAD_NAMESPACE, _message(head))


def is_signed(head: Head) -> bool:
    """Tell whether the head bears the signature of its own key."""
    try:
        return sshsig.verify(head.signature, HEAD_NAMESPACE, _message(head)) == head.dev
    except sshsig.BadSignature:
        return False


def _message(head: Head) -> bytes:
    return head_message(head.scope or None, head.dev, head.seq, head.sha256)
