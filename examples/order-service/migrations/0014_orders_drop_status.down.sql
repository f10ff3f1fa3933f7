-- The release before needs status again: dual write first, so that no order is missed, then the values out of state,
-- then NOT NULL through a validated CHECK. Run it before that release takes traffic.
BEGIN;
SET LOCAL lock_timeout = '5s';

ALTER TABLE orders ALTER COLUMN state DROP DEFAULT;
ALTER TABLE orders ADD COLUMN status text;
ALTER TABLE orders ALTER COLUMN status SET DEFAULT 'new';
ALTER TABLE orders ADD CONSTRAINT orders_status_known
  CHECK (status IN ('new', 'confirmed', 'paid', 'shipped', 'delivered', 'cancelled')) NOT VALID;
COMMENT ON COLUMN orders.status IS 'Where the order is on its way to the customer.';

CREATE FUNCTION orders_sync_state() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    -- The old release gives status, the new one gives state.
    IF NEW.state IS NULL THEN
      NEW.state := NEW.status::order_state;
    ELSE
      NEW.status := NEW.state::text;
    END IF;
  ELSIF NEW.status IS DISTINCT FROM OLD.status THEN
    NEW.state := NEW.status::order_state;
  ELSIF NEW.state IS DISTINCT FROM OLD.state AND NEW.state IS NOT NULL THEN
    NEW.status := NEW.state::text;
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION orders_sync_state() IS 'Dual write of status (old release) and state (new release).';
CREATE TRIGGER orders_sync_state BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION orders_sync_state();

COMMIT;

-- Four slices, each its own transaction: row locks are short and other orders stay writable.
BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL order_service.backfill = 'on';
UPDATE orders SET status = state::text WHERE id % 4 = 0 AND status IS NULL;
COMMIT;
BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL order_service.backfill = 'on';
UPDATE orders SET status = state::text WHERE id % 4 = 1 AND status IS NULL;
COMMIT;
BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL order_service.backfill = 'on';
UPDATE orders SET status = state::text WHERE id % 4 = 2 AND status IS NULL;
COMMIT;
BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL order_service.backfill = 'on';
UPDATE orders SET status = state::text WHERE id % 4 = 3 AND status IS NULL;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '5s';
ALTER TABLE orders ADD CONSTRAINT orders_status_present CHECK (status IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '5s';
ALTER TABLE orders VALIDATE CONSTRAINT orders_status_known;
ALTER TABLE orders VALIDATE CONSTRAINT orders_status_present;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '5s';
ALTER TABLE orders ALTER COLUMN status SET NOT NULL;
ALTER TABLE orders DROP CONSTRAINT orders_status_present;
COMMIT;
