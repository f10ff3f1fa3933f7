-- The summary gets the day, before the reference: a new column inside a view needs a new view.
SET lock_timeout = '5s';
DROP VIEW order_summary;
CREATE VIEW order_summary AS SELECT id, (placed_at AT TIME ZONE 'UTC')::date AS day, reference FROM orders;
GRANT SELECT ON order_summary TO order_reporting;
