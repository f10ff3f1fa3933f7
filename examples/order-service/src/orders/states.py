"""Where an order is on its way."""

from enum import Enum


class State(Enum):
    """In the order in which an order passes them."""

    NEW = "new"
    CONFIRMED = "confirmed"
    PAID = "paid"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"


_NEXT: dict[State, frozenset[State]] = {
    State.NEW: frozenset({State.CONFIRMED, State.CANCELLED}),
    State.CONFIRMED: frozenset({State.PAID, State.CANCELLED}),
    State.PAID: frozenset({State.SHIPPED}),
    State.SHIPPED: frozenset({State.DELIVERED}),
    State.DELIVERED: frozenset(),
    State.CANCELLED: frozenset(),
}


def may_become(now: State, then: State) -> bool:
    """Whether an order may go from one state to the other."""
    return then in _NEXT[now]


def is_final(state: State) -> bool:
    """Whether nothing comes after it."""
    return not _NEXT[state]
