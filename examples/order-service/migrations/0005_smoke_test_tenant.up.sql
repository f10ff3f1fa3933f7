-- Rows that the smoke tests read after each deployment. They are synthetic, and more than two batches of 500,
-- so that every later backfill is tried on rows and not on an empty table.
BEGIN;

INSERT INTO customers (external_id, name, synthetic)
VALUES ('00000000-0000-4000-8000-000000000001', 'Smoke test', true);

INSERT INTO orders (customer_id, status, placed_at)
SELECT
  c.id,
  (ARRAY['new', 'confirmed', 'paid', 'shipped', 'delivered', 'cancelled'])[1 + n % 6],
  timestamptz '2026-01-01 00:00:00+00' + n * interval '1 hour'
FROM customers AS c
CROSS JOIN generate_series(0, 1199) AS n
WHERE c.external_id = '00000000-0000-4000-8000-000000000001';

INSERT INTO order_items (order_id, sku, quantity, unit_price_cents)
SELECT o.id, 'TICKET-' || (o.id % 3), 1 + o.id % 4, 1250
FROM orders AS o
JOIN customers AS c ON c.id = o.customer_id
WHERE c.external_id = '00000000-0000-4000-8000-000000000001';

INSERT INTO events (id, title, start_date, location, capacity, status)
VALUES
  ('00000000-0000-4000-8000-000000000101', 'Opening night', '2026-03-01 18:00:00+00', 'Riverside Hall', 300, 'open'),
  ('00000000-0000-4000-8000-000000000102', 'Matinee', '2026-03-02 12:00:00+00', 'Riverside Hall', 300, 'open'),
  ('00000000-0000-4000-8000-000000000103', 'Open air', '2026-06-12 19:00:00+00', 'Old Harbour', 1500, 'draft'),
  ('00000000-0000-4000-8000-000000000104', 'Online talk', '2026-04-08 17:00:00+00', NULL, NULL, 'open');

COMMIT;
