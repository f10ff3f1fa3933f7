-- Takes the notes away.
SET lock_timeout = '5s';
DROP TABLE order_notes;
