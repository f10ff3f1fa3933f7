-- Back to an unfilled column: status is still the truth, and the trigger leaves a state that is taken away alone.
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
    SET state = NULL
    WHERE id > done_up_to AND id <= batch_end
      AND state IS NOT NULL;

    done_up_to := batch_end;
    COMMIT;
  END LOOP;
END
$$;
