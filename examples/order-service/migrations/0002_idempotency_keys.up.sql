-- A client that repeats a request gets the first answer again; answers are kept until they expire.
-- The service calls the clean-up every OMS_IDEMPOTENCY_CLEANUP_INTERVAL with OMS_IDEMPOTENCY_CLEANUP_BATCH_SIZE.
BEGIN;

CREATE TABLE idempotency_keys (
  key text PRIMARY KEY,
  request_hash bytea NOT NULL,
  response jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL DEFAULT now() + interval '24 hours',
  CONSTRAINT idempotency_keys_expire_later CHECK (expires_at > created_at)
);
COMMENT ON TABLE idempotency_keys IS 'First answer to each request, until it expires.';
COMMENT ON COLUMN idempotency_keys.response IS 'NULL while the first request is still running.';
CREATE INDEX idempotency_keys_expires_at_idx ON idempotency_keys (expires_at);

CREATE FUNCTION delete_expired_idempotency_keys(batch_size integer DEFAULT 500) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  deleted bigint;
BEGIN
  -- SKIP LOCKED: several replicas may clean at once, and none waits for a request that is being answered.
  DELETE FROM idempotency_keys
  WHERE key IN (
    SELECT k.key FROM idempotency_keys AS k
    WHERE k.expires_at <= now()
    ORDER BY k.expires_at
    LIMIT batch_size
    FOR UPDATE SKIP LOCKED
  );
  GET DIAGNOSTICS deleted = ROW_COUNT;
  RETURN deleted;
END
$$;
COMMENT ON FUNCTION delete_expired_idempotency_keys(integer) IS
  'Deletes one batch; the caller repeats it until it returns 0.';

COMMIT;
