-- Contract, first half: state is never missing. The CHECK is validated while writers go on; SET NOT NULL then trusts it
-- and scans nothing under its lock. Three transactions, so that no lock outlives its step.
BEGIN;
SET LOCAL lock_timeout = '5s';
ALTER TABLE orders ADD CONSTRAINT orders_state_present CHECK (state IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '5s';
ALTER TABLE orders VALIDATE CONSTRAINT orders_state_present;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '5s';
ALTER TABLE orders ALTER COLUMN state SET NOT NULL;
ALTER TABLE orders DROP CONSTRAINT orders_state_present;
COMMIT;
