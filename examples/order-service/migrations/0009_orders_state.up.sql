-- Expand: free text becomes an enum. Old and new release run side by side during the rollout, so a trigger writes
-- whichever of status and state the release at hand does not know.
BEGIN;
SET LOCAL lock_timeout = '5s';

CREATE TYPE order_state AS ENUM ('new', 'confirmed', 'paid', 'shipped', 'delivered', 'cancelled');
COMMENT ON TYPE order_state IS 'In the order in which an order passes them; cancelled ends it early.';

ALTER TABLE orders ADD COLUMN state order_state;
COMMENT ON COLUMN orders.state IS 'Takes the place of status.';

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
