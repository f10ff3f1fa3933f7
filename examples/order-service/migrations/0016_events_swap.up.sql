-- Switch: events_new takes the name events. Critical change: run it in the announced maintenance window. The old table
-- stays for one release, written by a trigger, so that down loses nothing. Names of constraints and indexes move
-- along, and so do grants and the ownership of the number sequence: else the drop of events_old would take it along.

-- Before any lock: the copy must be complete.
DO $$
BEGIN
  IF EXISTS (
    SELECT FROM events AS o
    FULL JOIN events_new AS n ON n.id = o.id
    WHERE o.id IS NULL OR n.id IS NULL
      OR (o.number, o.title, o.location, o.status) IS DISTINCT FROM (n.number, n.title, n.location, n.status)
      OR (o.location IS NULL) <> (n.location_id IS NULL)
  ) THEN
    RAISE EXCEPTION 'events_new does not match events: fill it again before the swap';
  END IF;
END
$$;

BEGIN;
SET LOCAL lock_timeout = '5s';

DROP TRIGGER events_copy_to_new ON events;
DROP FUNCTION events_copy_to_new();

ALTER TABLE events RENAME TO events_old;
ALTER TABLE events_old RENAME CONSTRAINT events_pkey TO events_old_pkey;
ALTER TABLE events_old RENAME CONSTRAINT events_number_key TO events_old_number_key;
ALTER INDEX idx_events_start_date RENAME TO idx_events_old_start_date;
ALTER INDEX idx_events_status RENAME TO idx_events_old_status;

ALTER TABLE events_new RENAME TO events;
ALTER TABLE events RENAME CONSTRAINT events_new_pkey TO events_pkey;
ALTER TABLE events RENAME CONSTRAINT events_new_number_key TO events_number_key;
ALTER INDEX idx_events_new_location_id RENAME TO idx_events_location_id;
ALTER INDEX idx_events_new_start_date RENAME TO idx_events_start_date;
ALTER INDEX idx_events_new_status RENAME TO idx_events_status;
ALTER SEQUENCE events_number_seq OWNED BY events.number;
GRANT SELECT ON events TO order_reporting;
CREATE TRIGGER events_touch BEFORE UPDATE ON events FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE FUNCTION events_sync_location() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  -- The old release gives location, the new one gives location_id.
  IF TG_OP = 'INSERT' THEN
    IF NEW.location_id IS NULL THEN
      NEW.location_id := location_for(NEW.location);
    ELSE
      NEW.location := (SELECT l.name FROM locations AS l WHERE l.id = NEW.location_id);
    END IF;
  ELSIF NEW.location_id IS DISTINCT FROM OLD.location_id THEN
    NEW.location := (SELECT l.name FROM locations AS l WHERE l.id = NEW.location_id);
  ELSIF NEW.location IS DISTINCT FROM OLD.location THEN
    NEW.location_id := location_for(NEW.location);
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER events_sync_location BEFORE INSERT OR UPDATE ON events
  FOR EACH ROW EXECUTE FUNCTION events_sync_location();

CREATE FUNCTION events_copy_to_old() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM events_old WHERE id = OLD.id;
    RETURN NULL;
  END IF;
  INSERT INTO events_old (
    id, number, title, description, start_date, end_date, location, capacity, status, created_at, updated_at
  )
  VALUES (
    NEW.id, NEW.number, NEW.title, NEW.description, NEW.start_date, NEW.end_date, NEW.location,
    NEW.capacity, NEW.status, NEW.created_at, NEW.updated_at
  )
  ON CONFLICT (id) DO UPDATE SET
    number = EXCLUDED.number, title = EXCLUDED.title, description = EXCLUDED.description,
    start_date = EXCLUDED.start_date, end_date = EXCLUDED.end_date, location = EXCLUDED.location,
    capacity = EXCLUDED.capacity, status = EXCLUDED.status,
    created_at = EXCLUDED.created_at, updated_at = EXCLUDED.updated_at;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION events_copy_to_old() IS 'Dual write for one release: what down needs.';
CREATE TRIGGER events_copy_to_old AFTER INSERT OR UPDATE OR DELETE ON events
  FOR EACH ROW EXECUTE FUNCTION events_copy_to_old();

COMMIT;
