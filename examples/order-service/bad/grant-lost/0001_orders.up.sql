-- What the first release needs, and a summary that the reporting role reads.
DO $$
BEGIN
  -- Roles belong to the whole server: another database may have made it already.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'order_reporting') THEN
    CREATE ROLE order_reporting NOLOGIN;
  END IF;
END
$$;
CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  reference text NOT NULL,
  placed_at timestamptz NOT NULL DEFAULT now()
);
CREATE VIEW order_summary AS SELECT id, reference FROM orders;
GRANT SELECT ON order_summary TO order_reporting;
