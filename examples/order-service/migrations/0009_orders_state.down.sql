-- status was written all along, so nothing is lost.
BEGIN;
SET LOCAL lock_timeout = '5s';

DROP TRIGGER orders_sync_state ON orders;
DROP FUNCTION orders_sync_state();
ALTER TABLE orders DROP COLUMN state;
DROP TYPE order_state;

COMMIT;
