-- Back to an empty schema.
SET lock_timeout = '5s';
DROP TABLE order_events;
DROP FUNCTION touch_updated_at();
