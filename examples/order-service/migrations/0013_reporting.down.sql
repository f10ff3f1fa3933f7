-- Every grant of this version is taken back first: a role that still holds one cannot be dropped.
BEGIN;
SET LOCAL lock_timeout = '5s';

REVOKE SELECT (id, state, placed_at) ON orders FROM order_reporting;
REVOKE SELECT ON order_overview, daily_revenue, events FROM order_reporting;
DROP STATISTICS orders_state_fulfillment;
DROP MATERIALIZED VIEW daily_revenue;
DROP VIEW order_overview;

DO $$
BEGIN
  DROP ROLE order_reporting;
EXCEPTION
  -- Roles belong to the whole server: another database may still use it, or an administrator has made it.
  WHEN dependent_objects_still_exist OR insufficient_privilege THEN
    RAISE NOTICE 'role order_reporting is kept: it is used elsewhere or belongs to an administrator';
END
$$;

COMMIT;
