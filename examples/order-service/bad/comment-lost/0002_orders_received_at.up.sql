-- Expand: two times that must not be mixed up.
SET lock_timeout = '5s';
ALTER TABLE orders ADD COLUMN received_at timestamptz;
COMMENT ON COLUMN orders.placed_at IS 'By the clock of the customer.';
