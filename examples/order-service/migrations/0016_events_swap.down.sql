-- The old table holds every write since the swap, so it takes its name back, with its constraints, indexes, sequence
-- and grants; the new one waits as events_new and is kept in step, as 0015 left it.
BEGIN;
SET LOCAL lock_timeout = '5s';

DROP TRIGGER events_copy_to_old ON events;
DROP FUNCTION events_copy_to_old();
DROP TRIGGER events_sync_location ON events;
DROP FUNCTION events_sync_location();
DROP TRIGGER events_touch ON events;
REVOKE SELECT ON events FROM order_reporting;

ALTER TABLE events RENAME TO events_new;
ALTER TABLE events_new RENAME CONSTRAINT events_pkey TO events_new_pkey;
ALTER TABLE events_new RENAME CONSTRAINT events_number_key TO events_new_number_key;
ALTER INDEX idx_events_location_id RENAME TO idx_events_new_location_id;
ALTER INDEX idx_events_start_date RENAME TO idx_events_new_start_date;
ALTER INDEX idx_events_status RENAME TO idx_events_new_status;

ALTER TABLE events_old RENAME TO events;
ALTER TABLE events RENAME CONSTRAINT events_old_pkey TO events_pkey;
ALTER TABLE events RENAME CONSTRAINT events_old_number_key TO events_number_key;
ALTER INDEX idx_events_old_start_date RENAME TO idx_events_start_date;
ALTER INDEX idx_events_old_status RENAME TO idx_events_status;
ALTER SEQUENCE events_number_seq OWNED BY events.number;

CREATE FUNCTION events_copy_to_new() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM events_new WHERE id = OLD.id;
    RETURN NULL;
  END IF;
  INSERT INTO events_new (
    id, number, title, description, start_date, end_date, location, location_id, capacity, status,
    created_at, updated_at
  )
  VALUES (
    NEW.id, NEW.number, NEW.title, NEW.description, NEW.start_date, NEW.end_date, NEW.location,
    location_for(NEW.location), NEW.capacity, NEW.status, NEW.created_at, NEW.updated_at
  )
  ON CONFLICT (id) DO UPDATE SET
    number = EXCLUDED.number, title = EXCLUDED.title, description = EXCLUDED.description,
    start_date = EXCLUDED.start_date, end_date = EXCLUDED.end_date, location = EXCLUDED.location,
    location_id = EXCLUDED.location_id, capacity = EXCLUDED.capacity, status = EXCLUDED.status,
    created_at = EXCLUDED.created_at, updated_at = EXCLUDED.updated_at;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION events_copy_to_new() IS 'Dual write until events_new takes the place of events.';
CREATE TRIGGER events_copy_to_new AFTER INSERT OR UPDATE OR DELETE ON events
  FOR EACH ROW EXECUTE FUNCTION events_copy_to_new();

COMMIT;
