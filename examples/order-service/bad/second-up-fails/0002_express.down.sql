-- Wrong: the schema is as before, but the row of express stays and the next up inserts it again.
SET lock_timeout = '5s';
ALTER TABLE shipping_methods DROP COLUMN promised_days;
