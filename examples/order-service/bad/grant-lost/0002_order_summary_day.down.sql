-- Wrong: the old view comes back without its grant, and every report is refused.
SET lock_timeout = '5s';
DROP VIEW order_summary;
CREATE VIEW order_summary AS SELECT id, reference FROM orders;
