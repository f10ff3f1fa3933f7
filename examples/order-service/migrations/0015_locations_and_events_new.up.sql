-- Expand and migrate: events get a real place. The new table grows beside the old one, kept in step by a trigger, and
-- is swapped in by 0016. One location per distinct text, with an id that follows from the text, so that a second run
-- and every environment give the same ids.
BEGIN;
SET LOCAL lock_timeout = '5s';

CREATE TABLE locations (
  id uuid PRIMARY KEY,
  name text NOT NULL CONSTRAINT locations_name_key UNIQUE,
  address text,
  coordinates point,
  created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);
COMMENT ON TABLE locations IS 'Places where events happen, one per text that organisers typed.';
CREATE TRIGGER locations_touch BEFORE UPDATE ON locations FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE FUNCTION location_for(place text) RETURNS uuid
LANGUAGE plpgsql AS $$
BEGIN
  IF place IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO locations (id, name, address)
  VALUES (md5('location:' || place)::uuid, place, place)
  ON CONFLICT DO NOTHING;
  RETURN (SELECT l.id FROM locations AS l WHERE l.name = place);
END
$$;
COMMENT ON FUNCTION location_for(text) IS 'The location with this name, made when there is none.';

CREATE TABLE events_new (
  id uuid PRIMARY KEY,
  number bigint NOT NULL DEFAULT nextval('events_number_seq') CONSTRAINT events_new_number_key UNIQUE,
  title text NOT NULL CONSTRAINT events_title_length CHECK (char_length(title) <= 255),
  description text,
  start_date timestamptz NOT NULL,
  end_date timestamptz,
  location text CONSTRAINT events_location_length CHECK (char_length(location) <= 255),
  location_id uuid CONSTRAINT fk_events_location REFERENCES locations (id),
  capacity integer,
  status text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);
COMMENT ON TABLE events_new IS 'What places are sold for.';
COMMENT ON COLUMN events_new.number IS 'Printed on tickets; never given twice.';
COMMENT ON COLUMN events_new.location IS 'Name of the location, for the release that does not know location_id.';
CREATE INDEX idx_events_new_location_id ON events_new (location_id);
CREATE INDEX idx_events_new_start_date ON events_new (start_date);
CREATE INDEX idx_events_new_status ON events_new (status);
COMMENT ON INDEX idx_events_new_start_date IS 'Calendar pages.';

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

-- DISTINCT over the text alone. With gen_random_uuid() beside it every row would be distinct, and two events at one
-- place would get two locations.
BEGIN;
SET LOCAL lock_timeout = '5s';
INSERT INTO locations (id, name, address)
SELECT md5('location:' || place.name)::uuid, place.name, place.name
FROM (SELECT DISTINCT e.location AS name FROM events AS e WHERE e.location IS NOT NULL) AS place
ON CONFLICT DO NOTHING;
COMMIT;

-- Four slices, each its own transaction. FOR SHARE: a row that is being deleted is not copied after its deletion.
-- DO NOTHING: what the trigger has copied is newer.
BEGIN;
SET LOCAL lock_timeout = '5s';
INSERT INTO events_new (
  id, number, title, description, start_date, end_date, location, location_id, capacity, status,
  created_at, updated_at
)
SELECT
  e.id, e.number, e.title, e.description, e.start_date, e.end_date, e.location,
  l.id, e.capacity, e.status, e.created_at, e.updated_at
FROM events AS e
LEFT JOIN locations AS l ON l.name = e.location
WHERE e.number % 4 = 0
FOR SHARE OF e
ON CONFLICT (id) DO NOTHING;
COMMIT;
BEGIN;
SET LOCAL lock_timeout = '5s';
INSERT INTO events_new (
  id, number, title, description, start_date, end_date, location, location_id, capacity, status,
  created_at, updated_at
)
SELECT
  e.id, e.number, e.title, e.description, e.start_date, e.end_date, e.location,
  l.id, e.capacity, e.status, e.created_at, e.updated_at
FROM events AS e
LEFT JOIN locations AS l ON l.name = e.location
WHERE e.number % 4 = 1
FOR SHARE OF e
ON CONFLICT (id) DO NOTHING;
COMMIT;
BEGIN;
SET LOCAL lock_timeout = '5s';
INSERT INTO events_new (
  id, number, title, description, start_date, end_date, location, location_id, capacity, status,
  created_at, updated_at
)
SELECT
  e.id, e.number, e.title, e.description, e.start_date, e.end_date, e.location,
  l.id, e.capacity, e.status, e.created_at, e.updated_at
FROM events AS e
LEFT JOIN locations AS l ON l.name = e.location
WHERE e.number % 4 = 2
FOR SHARE OF e
ON CONFLICT (id) DO NOTHING;
COMMIT;
BEGIN;
SET LOCAL lock_timeout = '5s';
INSERT INTO events_new (
  id, number, title, description, start_date, end_date, location, location_id, capacity, status,
  created_at, updated_at
)
SELECT
  e.id, e.number, e.title, e.description, e.start_date, e.end_date, e.location,
  l.id, e.capacity, e.status, e.created_at, e.updated_at
FROM events AS e
LEFT JOIN locations AS l ON l.name = e.location
WHERE e.number % 4 = 3
FOR SHARE OF e
ON CONFLICT (id) DO NOTHING;
COMMIT;
