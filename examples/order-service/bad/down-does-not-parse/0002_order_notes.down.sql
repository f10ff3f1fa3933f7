-- Wrong: a slip of the pen that nobody saw, because nobody ever ran it.
SET lock_timeout = '5s';
DROP TABEL order_notes;
