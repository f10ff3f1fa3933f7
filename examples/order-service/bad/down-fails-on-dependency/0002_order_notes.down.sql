-- Wrong: the view of this version still stands on the table.
SET lock_timeout = '5s';
DROP TABLE order_notes;
