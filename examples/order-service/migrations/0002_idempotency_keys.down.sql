-- Nothing refers to the keys: a repeated request is carried out twice again, as before.
BEGIN;
SET LOCAL lock_timeout = '5s';

DROP FUNCTION delete_expired_idempotency_keys(integer);
DROP TABLE idempotency_keys;

COMMIT;
