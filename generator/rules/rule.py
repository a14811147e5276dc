"""A rule of the review: what it demands, how grave a breach is, and on which regulation it rests."""

from dataclasses import dataclass

from generator.finding import Finding, Level


@dataclass(frozen=True)
class Rule:
    """`about` says in one Chinese sentence what is demanded.

    `basis` is the regulation; None for what the campaign or plain sense demands.
    """

    id: str
    level: Level
    about: str
    basis: str | None = None

    def finding(
        self, field: str, message: str, remedy: str, *, level: Level | None = None, basis: str | None = None
    ) -> Finding:
        """A breach at `field`; `level` and `basis` where this one is graver, milder, or rests on another clause."""
        return Finding(self.id, level or self.level, message, field, remedy, basis or self.basis)
