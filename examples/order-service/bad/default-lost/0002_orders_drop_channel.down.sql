-- Wrong: the column comes back without its default, and the old release relies on it.
SET lock_timeout = '5s';
ALTER TABLE orders ADD COLUMN channel text;
