-- The core of the service: who orders, what was ordered, in which state the order is.
BEGIN;

CREATE FUNCTION touch_updated_at() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  -- A backfill fills columns but changes no fact, so it keeps the time of the last real change.
  IF current_setting('order_service.backfill', true) = 'on' THEN
    RETURN NEW;
  END IF;
  NEW.updated_at := now();
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION touch_updated_at() IS
  'Sets updated_at, except in a transaction that sets order_service.backfill to on.';

CREATE TABLE customers (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  external_id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT customers_external_id_key UNIQUE,
  name text NOT NULL,
  synthetic boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE customers IS 'Who may order.';
COMMENT ON COLUMN customers.synthetic IS 'Made for smoke tests; left out of every report.';

CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL CONSTRAINT orders_customer_id_fkey REFERENCES customers (id),
  status text NOT NULL DEFAULT 'new',
  currency text NOT NULL DEFAULT 'EUR',
  placed_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT orders_status_known
    CHECK (status IN ('new', 'confirmed', 'paid', 'shipped', 'delivered', 'cancelled')),
  CONSTRAINT orders_currency_iso CHECK (currency ~ '^[A-Z]{3}$')
);
COMMENT ON TABLE orders IS 'One row per order; the lines are in order_items.';
COMMENT ON COLUMN orders.status IS 'Where the order is on its way to the customer.';
CREATE INDEX orders_customer_id_idx ON orders (customer_id, placed_at DESC);

CREATE TABLE order_items (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id bigint NOT NULL CONSTRAINT order_items_order_id_fkey REFERENCES orders (id) ON DELETE CASCADE,
  sku text NOT NULL,
  quantity integer NOT NULL CONSTRAINT order_items_quantity_positive CHECK (quantity > 0),
  unit_price_cents bigint NOT NULL CONSTRAINT order_items_price_not_negative CHECK (unit_price_cents >= 0),
  line_total_cents bigint GENERATED ALWAYS AS (quantity * unit_price_cents) STORED,
  CONSTRAINT order_items_order_id_sku_key UNIQUE (order_id, sku)
);
COMMENT ON COLUMN order_items.line_total_cents IS 'Kept by the database, so that no release can disagree about it.';

CREATE TRIGGER customers_touch BEFORE UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
COMMENT ON TRIGGER orders_touch ON orders IS 'Consumers poll orders by updated_at.';

COMMIT;
