-- Wrong: the column goes, its type stays, and the next up finds it in the way.
SET lock_timeout = '5s';
ALTER TABLE orders DROP COLUMN state;
