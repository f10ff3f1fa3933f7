def cancel(order):
    order.cancelled = True
