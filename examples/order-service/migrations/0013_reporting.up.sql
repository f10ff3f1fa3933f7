-- Reports read through a role of their own: it sees views and a few columns, never a customer's name.
BEGIN;
SET LOCAL lock_timeout = '5s';

DO $$
BEGIN
  -- Roles belong to the whole server: another database of this service may have made it already.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'order_reporting') THEN
    CREATE ROLE order_reporting NOLOGIN;
  END IF;
END
$$;

CREATE VIEW order_overview AS
SELECT
  o.id,
  o.state,
  o.fulfillment_status,
  o.currency,
  o.placed_at,
  COALESCE(sum(i.line_total_cents), 0)::bigint AS total_cents
FROM orders AS o
JOIN customers AS c ON c.id = o.customer_id
LEFT JOIN order_items AS i ON i.order_id = o.id
WHERE NOT c.synthetic
GROUP BY o.id;
COMMENT ON VIEW order_overview IS 'Every real order with its total.';
COMMENT ON COLUMN order_overview.total_cents IS '0 for an order without lines.';

CREATE MATERIALIZED VIEW daily_revenue AS
SELECT
  (o.placed_at AT TIME ZONE 'UTC')::date AS day,
  o.currency,
  sum(o.total_cents)::bigint AS revenue_cents
FROM order_overview AS o
WHERE o.state IN ('paid', 'shipped', 'delivered')
GROUP BY 1, 2;
COMMENT ON MATERIALIZED VIEW daily_revenue IS 'Refreshed each hour, CONCURRENTLY.';
CREATE UNIQUE INDEX daily_revenue_day_currency_key ON daily_revenue (day, currency);

CREATE STATISTICS orders_state_fulfillment (dependencies, mcv) ON state, fulfillment_status FROM orders;
COMMENT ON STATISTICS orders_state_fulfillment IS
  'The two move together; without this the planner multiplies their odds.';

GRANT SELECT ON order_overview, daily_revenue, events TO order_reporting;
GRANT SELECT (id, state, placed_at) ON orders TO order_reporting;

COMMIT;
