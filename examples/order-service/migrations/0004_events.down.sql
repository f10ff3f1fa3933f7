-- The sequence belongs to the table and goes with it.
BEGIN;
SET LOCAL lock_timeout = '5s';

DROP TABLE events;

COMMIT;
