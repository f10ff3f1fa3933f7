-- Wrong: the function is older than this version. CASCADE takes it and, without an error, the trigger of order_events.
SET lock_timeout = '5s';
DROP FUNCTION touch_updated_at() CASCADE;
DROP TABLE shipments;
