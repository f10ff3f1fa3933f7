-- Expand: gifts are packed apart.
SET lock_timeout = '5s';
ALTER TABLE orders ADD COLUMN gift boolean NOT NULL DEFAULT false;
CREATE OR REPLACE VIEW open_orders AS
SELECT id, reference, gift FROM orders WHERE shipped_at IS NULL AND cancelled_at IS NULL;
