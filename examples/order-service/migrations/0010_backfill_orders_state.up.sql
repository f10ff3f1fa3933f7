-- Migrate: orders from before the dual write get their state. Batches of 500, each its own transaction; alone in its
-- file, for a DO block may only commit outside a transaction.
DO $$
DECLARE
  batch_size CONSTANT integer := 500;
  done_up_to bigint := 0;
  batch_end bigint;
BEGIN
  LOOP
    PERFORM set_config('lock_timeout', '5s', true), set_config('order_service.backfill', 'on', true);
    SELECT max(batch.id) INTO batch_end
    FROM (SELECT o.id FROM orders AS o WHERE o.id > done_up_to ORDER BY o.id LIMIT batch_size) AS batch;
    EXIT WHEN batch_end IS NULL;

    UPDATE orders
    SET state = status::order_state
    WHERE id > done_up_to AND id <= batch_end
      AND state IS NULL;

    done_up_to := batch_end;
    COMMIT;
  END LOOP;
END
$$;
