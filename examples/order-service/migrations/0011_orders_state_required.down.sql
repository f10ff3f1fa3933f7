-- state may be missing again, as the release before allows.
BEGIN;
SET LOCAL lock_timeout = '5s';

ALTER TABLE orders ALTER COLUMN state DROP NOT NULL;

COMMIT;
