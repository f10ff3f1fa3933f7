-- What the warehouse has reported since is lost; it can send its reports again.
BEGIN;
SET LOCAL lock_timeout = '5s';

ALTER TABLE orders DROP COLUMN fulfillment_status;

COMMIT;
