-- Wrong: the comment is taken away, but there was an older one.
SET lock_timeout = '5s';
ALTER TABLE orders DROP COLUMN received_at;
COMMENT ON COLUMN orders.placed_at IS NULL;
