-- The warehouse asks for open orders all day. Built beside the writers; alone in its file, for CONCURRENTLY
-- cannot run in a transaction.
CREATE INDEX CONCURRENTLY idx_orders_fulfillment_status ON orders (fulfillment_status, placed_at)
  WHERE fulfillment_status <> 'completed';
