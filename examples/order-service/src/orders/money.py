"""Amounts in minor units."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Money:
    """An amount of one currency."""

    cents: int
    currency: str

    def __post_init__(self) -> None:
        if len(self.currency) != 3 or not self.currency.isupper():
            raise ValueError("currency must be three capital letters")

    def plus(self, other: "Money") -> "Money":
        """The sum; both must be of one currency."""
        if other.currency != self.currency:
            raise ValueError("currencies differ")
        return Money(self.cents + other.cents, self.currency)

    def times(self, count: int) -> "Money":
        """As much as count of it."""
        if count < 1:
            raise ValueError("count must be positive")
        return Money(self.cents * count, self.currency)
