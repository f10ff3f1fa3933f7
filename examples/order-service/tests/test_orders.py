import pytest

from orders.limits import Limit
from orders.money import Money
from orders.requests import Invalid, Item, item, items, order_id
from orders.states import State, is_final, may_become


def test_money_adds_up() -> None:
    assert Money(100, "EUR").plus(Money(250, "EUR")) == Money(350, "EUR")


def test_money_multiplies() -> None:
    assert Money(100, "EUR").times(3) == Money(300, "EUR")


def test_a_paid_order_is_shipped_next() -> None:
    assert may_become(State.PAID, State.SHIPPED)


def test_a_paid_order_is_not_cancelled() -> None:
    assert not may_become(State.PAID, State.CANCELLED)


@pytest.mark.parametrize("state", [State.DELIVERED, State.CANCELLED])
def test_nothing_follows_a_final_state(state: State) -> None:
    assert is_final(state)


def test_the_limit_lets_sixty_through() -> None:
    limit = Limit(60, 60)
    assert [limit.takes(0) for _ in range(61)] == [True] * 60 + [False]


def test_the_limit_forgets_after_a_minute() -> None:
    limit = Limit(1, 60)
    assert limit.takes(0) and not limit.takes(59) and limit.takes(60)


@pytest.mark.parametrize("text", ["", "x", "1 OR 1=1", "-1", "0"])
def test_other_texts_are_no_order_id(text: str) -> None:
    with pytest.raises(Invalid):
        order_id(text)


def test_an_order_id_is_a_number() -> None:
    assert order_id("1201") == 1201


def test_an_item_is_read() -> None:
    assert item({"sku": "TICKET-1", "quantity": 2}) == Item("TICKET-1", 2)


@pytest.mark.parametrize("body", [[], [{"sku": "A", "quantity": 1}] * 2])
def test_lists_of_items_that_are_refused(body: object) -> None:
    with pytest.raises(Invalid):
        items(body)


def test_a_currency_is_three_capital_letters() -> None:
    with pytest.raises(ValueError):
        Money(100, "eur")
