def cancel(order):
    order.cancelled = True
    return order
