CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customers,
  state text NOT NULL DEFAULT 'received'
);
CREATE INDEX orders_customer_idx ON orders (customer_id);
