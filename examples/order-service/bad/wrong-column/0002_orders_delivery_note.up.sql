-- Expand: what the courier must know.
SET lock_timeout = '5s';
ALTER TABLE orders ADD COLUMN delivery_note text;
