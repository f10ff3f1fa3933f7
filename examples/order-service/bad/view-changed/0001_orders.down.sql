-- Back to an empty schema.
SET lock_timeout = '5s';
DROP VIEW open_orders;
DROP TABLE orders;
