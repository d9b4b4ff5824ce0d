"""Why an address did not give the PDF: one error with a word of a closed vocabulary."""

from __future__ import annotations

from nrm.errors import CannotFetch
from nrm.fetching.words import Outcome


class Failure(CannotFetch):
    """An address did not give what was asked for, and why.

    `temporary` is whether asking again may help; `wait` is how many seconds the server asks to wait before that,
    `None` where it does not say; `whole_host` is whether any other address of the host would end in the same way.
    """

    def __init__(
        self,
        outcome: Outcome,
        address: str,
        why: str,
        *,
        temporary: bool = False,
        wait: float | None = None,
        whole_host: bool = False,
    ) -> None:
        super().__init__(f"{address}: {why}")
        self.outcome: Outcome = outcome
        self.address = address
        self.why = why
        self.temporary = temporary
        self.wait = wait
        self.whole_host = whole_host
