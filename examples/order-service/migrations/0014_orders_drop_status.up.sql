-- Contract, second half: no release that runs reads or writes status any more.
BEGIN;
SET LOCAL lock_timeout = '5s';

DROP TRIGGER orders_sync_state ON orders;
DROP FUNCTION orders_sync_state();
ALTER TABLE orders ALTER COLUMN state SET DEFAULT 'new';
ALTER TABLE orders DROP COLUMN status;

COMMIT;
