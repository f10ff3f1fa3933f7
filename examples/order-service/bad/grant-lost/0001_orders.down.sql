-- Back to an empty schema.
SET lock_timeout = '5s';
DROP VIEW order_summary;
DROP TABLE orders;
DO $$
BEGIN
  DROP ROLE order_reporting;
EXCEPTION
  -- Another database may still use it, or an administrator has made it.
  WHEN dependent_objects_still_exist OR insufficient_privilege THEN
    RAISE NOTICE 'role order_reporting is kept: it is used elsewhere or belongs to an administrator';
END
$$;
