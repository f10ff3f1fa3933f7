"""Requests as they come in."""

from dataclasses import dataclass


class Invalid(ValueError):
    """The request is not as described in openapi.yaml."""


@dataclass(frozen=True)
class Item:
    """What and how many."""

    sku: str
    quantity: int


def order_id(text: str) -> int:
    """A whole number from 1 on."""
    if not text.isascii() or not text.isdigit():
        raise Invalid("order id must be a whole number")
    value = int(text)
    if value < 1:
        raise Invalid("order id must be 1 or more")
    return value


def item(body: object) -> Item:
    """An item of a new order."""
    if not isinstance(body, dict):
        raise Invalid("item must be an object")
    sku = body.get("sku")
    quantity = body.get("quantity")
    if not isinstance(sku, str) or not sku:
        raise Invalid("sku must be a text")
    if not isinstance(quantity, int) or isinstance(quantity, bool):
        raise Invalid("quantity must be a whole number")
    if quantity < 1:
        raise Invalid("quantity must be 1 or more")
    return Item(sku, quantity)


def items(body: object) -> list[Item]:
    """All items; each sku once."""
    if not isinstance(body, list) or not body:
        raise Invalid("items must be a list with at least one item")
    found = [item(each) for each in body]
    if len({each.sku for each in found}) != len(found):
        raise Invalid("each sku may stand in an order once")
    return found
