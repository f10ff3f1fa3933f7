-- What the first release needs, and what the warehouse still has to pack.
CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  reference text NOT NULL,
  shipped_at timestamptz,
  cancelled_at timestamptz
);
CREATE VIEW open_orders AS
SELECT id, reference FROM orders WHERE shipped_at IS NULL AND cancelled_at IS NULL;
