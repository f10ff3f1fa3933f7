-- What the first release needs; an order is worth something.
CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  total_cents bigint NOT NULL,
  CONSTRAINT orders_total_positive CHECK (total_cents > 0)
);
