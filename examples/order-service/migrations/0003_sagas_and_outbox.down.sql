-- Run only after the outbox is drained: messages that are still in it are lost.
BEGIN;
SET LOCAL lock_timeout = '5s';

DROP TABLE outbox;
DROP TABLE saga_steps;
DROP TABLE sagas;
DROP TYPE saga_state;

COMMIT;
