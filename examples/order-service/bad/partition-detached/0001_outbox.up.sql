-- Messages that leave with the change that they tell of, one partition a month.
CREATE TABLE outbox (
  position bigint NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT outbox_pkey PRIMARY KEY (position, created_at)
) PARTITION BY RANGE (created_at);
CREATE TABLE outbox_2026_01 PARTITION OF outbox
  FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2026-02-01 00:00:00+00');
CREATE TABLE outbox_2026_02 PARTITION OF outbox
  FOR VALUES FROM ('2026-02-01 00:00:00+00') TO ('2026-03-01 00:00:00+00');
