-- What the first release needs; a reference is given once.
CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  reference text NOT NULL,
  placed_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX orders_reference_idx ON orders (reference);
