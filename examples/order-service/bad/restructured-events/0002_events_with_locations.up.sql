-- The restructuring of the backend-event document, step by step. On an empty table it works.
SET lock_timeout = '5s';

-- 1. The new table.
CREATE TABLE events_new (
  id uuid PRIMARY KEY,
  title varchar(255) NOT NULL,
  description text,
  start_date timestamptz NOT NULL,
  end_date timestamptz,
  location_id uuid,
  location_text varchar(255),
  capacity integer,
  status varchar(50) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- 2. Locations.
CREATE TABLE locations (
  id uuid PRIMARY KEY,
  name varchar(255) NOT NULL,
  address varchar(255),
  coordinates point,
  created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- 3. Locations out of events. A random id makes every row distinct: one place becomes two locations.
INSERT INTO locations (id, name, address)
SELECT DISTINCT gen_random_uuid() AS id, location AS name, location AS address
FROM events;

-- 4. Events. The join finds each event of that place twice, and the second copy has the id of the first.
INSERT INTO events_new (
  id, title, description, start_date, end_date, location_text, location_id, capacity, status, created_at, updated_at
)
SELECT
  e.id, e.title, e.description, e.start_date, e.end_date, e.location, l.id, e.capacity, e.status,
  e.created_at, e.updated_at
FROM events AS e
LEFT JOIN locations AS l ON e.location = l.name;

-- 5. The swap.
ALTER TABLE events RENAME TO events_old;
ALTER TABLE events_new RENAME TO events;

-- 6. Indexes.
CREATE INDEX idx_events_location_id ON events (location_id);
CREATE INDEX idx_events_start_date ON events (start_date);
CREATE INDEX idx_events_status ON events (status);

-- 7. The foreign key.
ALTER TABLE events ADD CONSTRAINT fk_events_location FOREIGN KEY (location_id) REFERENCES locations (id);
