-- Contract: no release reads or writes channel any more.
SET lock_timeout = '5s';
ALTER TABLE orders DROP COLUMN channel;
