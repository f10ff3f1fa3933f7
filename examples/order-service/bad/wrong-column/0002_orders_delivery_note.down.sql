-- Wrong: drops a column of the first release and leaves the new one.
SET lock_timeout = '5s';
ALTER TABLE orders DROP COLUMN gift_note;
