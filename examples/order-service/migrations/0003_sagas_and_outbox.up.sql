-- Long-running work (reserve stock, take payment, ship) survives a restart, and messages leave through an outbox.
-- The outbox is partitioned by month, so that old messages are dropped as tables and not deleted row by row.
BEGIN;
SET LOCAL lock_timeout = '5s';

CREATE TYPE saga_state AS ENUM ('started', 'compensating', 'completed', 'failed');
COMMENT ON TYPE saga_state IS 'failed: compensation failed too, a person must look.';

CREATE TABLE sagas (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  order_id bigint NOT NULL CONSTRAINT sagas_order_id_fkey REFERENCES orders (id),
  state saga_state NOT NULL DEFAULT 'started',
  deadline timestamptz NOT NULL DEFAULT now() + interval '15 minutes',
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sagas_order_id_idx ON sagas (order_id);
CREATE INDEX sagas_running_idx ON sagas (deadline) WHERE state IN ('started', 'compensating');
CREATE TRIGGER sagas_touch BEFORE UPDATE ON sagas FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TABLE saga_steps (
  saga_id uuid NOT NULL CONSTRAINT saga_steps_saga_id_fkey REFERENCES sagas (id) ON DELETE CASCADE,
  name text NOT NULL,
  position integer NOT NULL,
  done_at timestamptz,
  CONSTRAINT saga_steps_pkey PRIMARY KEY (saga_id, name),
  CONSTRAINT saga_steps_position_key UNIQUE (saga_id, position) DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON CONSTRAINT saga_steps_position_key ON saga_steps IS
  'Deferred: two steps may swap places in one transaction.';

CREATE TABLE outbox (
  position bigint GENERATED ALWAYS AS IDENTITY,
  topic text NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  published_at timestamptz,
  CONSTRAINT outbox_pkey PRIMARY KEY (position, created_at)
) PARTITION BY RANGE (created_at);
COMMENT ON TABLE outbox IS 'Messages written in the transaction of the change that they tell of.';
CREATE TABLE outbox_2026_01 PARTITION OF outbox
  FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2026-02-01 00:00:00+00');
CREATE TABLE outbox_2026_02 PARTITION OF outbox
  FOR VALUES FROM ('2026-02-01 00:00:00+00') TO ('2026-03-01 00:00:00+00');
CREATE TABLE outbox_default PARTITION OF outbox DEFAULT;
COMMENT ON TABLE outbox_default IS 'Catches what no month takes; an alert fires when it is not empty.';
CREATE INDEX outbox_unpublished_idx ON outbox (position) WHERE published_at IS NULL;

COMMIT;
