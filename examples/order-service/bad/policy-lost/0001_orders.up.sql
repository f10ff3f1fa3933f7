-- What the first release needs; a customer sees their own orders only.
CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL,
  archived boolean NOT NULL DEFAULT false
);
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY customer_sees_own_orders ON orders
  USING (customer_id = NULLIF(current_setting('order_service.customer_id', true), '')::bigint);
