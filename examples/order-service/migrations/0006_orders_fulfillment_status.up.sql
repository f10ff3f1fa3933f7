-- Expand: the warehouse reports its own progress. A constant default needs no rewrite, and the release that runs now
-- inserts orders without knowing the column.
BEGIN;
SET LOCAL lock_timeout = '5s';

ALTER TABLE orders ADD COLUMN fulfillment_status text DEFAULT 'pending' NOT NULL;
COMMENT ON COLUMN orders.fulfillment_status IS 'What the warehouse last said: pending, picking, completed.';

COMMIT;
