-- Wrong: the view was written anew from memory; cancelled orders are packed again.
SET lock_timeout = '5s';
DROP VIEW open_orders;
CREATE VIEW open_orders AS
SELECT id, reference FROM orders WHERE shipped_at IS NULL;
ALTER TABLE orders DROP COLUMN gift;
