-- Events as the first release knows them, with the rows of a normal week: two events at one place.
CREATE TABLE events (
  id uuid PRIMARY KEY,
  title varchar(255) NOT NULL,
  description text,
  start_date timestamptz NOT NULL,
  end_date timestamptz,
  location varchar(255),
  capacity integer,
  status varchar(50) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);
INSERT INTO events (id, title, start_date, location, capacity, status)
VALUES
  ('00000000-0000-4000-8000-000000000101', 'Opening night', '2026-03-01 18:00:00+00', 'Riverside Hall', 300, 'open'),
  ('00000000-0000-4000-8000-000000000102', 'Matinee', '2026-03-02 12:00:00+00', 'Riverside Hall', 300, 'open'),
  ('00000000-0000-4000-8000-000000000103', 'Open air', '2026-06-12 19:00:00+00', 'Old Harbour', 1500, 'draft');
