-- Events that orders are placed for. The place is free text for now.
BEGIN;

CREATE SEQUENCE events_number_seq AS bigint;
CREATE TABLE events (
  id uuid PRIMARY KEY,
  number bigint NOT NULL DEFAULT nextval('events_number_seq') CONSTRAINT events_number_key UNIQUE,
  title text NOT NULL CONSTRAINT events_title_length CHECK (char_length(title) <= 255),
  description text,
  start_date timestamptz NOT NULL,
  end_date timestamptz,
  location text CONSTRAINT events_location_length CHECK (char_length(location) <= 255),
  capacity integer,
  status text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);
ALTER SEQUENCE events_number_seq OWNED BY events.number;
COMMENT ON TABLE events IS 'What places are sold for.';
COMMENT ON COLUMN events.number IS 'Printed on tickets; never given twice.';
COMMENT ON COLUMN events.location IS 'Free text, as the organiser typed it.';
CREATE INDEX idx_events_start_date ON events (start_date);
CREATE INDEX idx_events_status ON events (status);
COMMENT ON INDEX idx_events_start_date IS 'Calendar pages.';
CREATE TRIGGER events_touch BEFORE UPDATE ON events FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

COMMIT;
