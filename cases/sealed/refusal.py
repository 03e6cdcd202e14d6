"""Why a case file is not accepted: changed, or not possible to tell."""

from cases.errors import NetraError
from cases.language import tr


class Refused(NetraError):
    """The file is not what was sealed; `file` names the part inside it, where there is one."""

    def __init__(self, message: str, *, code: str, file: str = "") -> None:
        super().__init__(
            message,
            tr("Jangan pakai berkas ini; minta pengirim mengirim ulang berkas aslinya."),
            code=code,
        )
        self.file = file


class Unsure(NetraError):
    """The file cannot be judged here: locked, a newer format, a signer nobody vouches for."""

    def __init__(self, message: str, advice: str, *, code: str, file: str = "") -> None:
        super().__init__(message, advice, code=code)
        self.file = file
