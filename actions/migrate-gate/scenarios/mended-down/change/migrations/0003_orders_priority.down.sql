ALTER TABLE orders DROP COLUMN priority;
DROP TYPE order_priority;
