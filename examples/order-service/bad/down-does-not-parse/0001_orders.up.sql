-- What the first release needs.
CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  reference text NOT NULL,
  placed_at timestamptz NOT NULL DEFAULT now()
);
