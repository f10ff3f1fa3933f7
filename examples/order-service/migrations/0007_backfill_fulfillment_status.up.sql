-- Migrate: delivered orders have left the warehouse long ago. Batches of 500, each its own transaction, so that no
-- row stays locked for long. Alone in its file: a DO block may only commit outside a transaction.
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
    SET fulfillment_status = 'completed'
    WHERE id > done_up_to AND id <= batch_end
      AND status = 'delivered' AND fulfillment_status = 'pending';

    done_up_to := batch_end;
    COMMIT;
  END LOOP;
END
$$;
