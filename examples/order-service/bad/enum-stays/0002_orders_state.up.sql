-- Expand: the state of an order, unknown for old ones.
SET lock_timeout = '5s';
CREATE TYPE order_state AS ENUM ('new', 'paid', 'shipped');
ALTER TABLE orders ADD COLUMN state order_state;
