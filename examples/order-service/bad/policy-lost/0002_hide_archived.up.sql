-- Archived orders are no longer shown.
SET lock_timeout = '5s';
DROP POLICY customer_sees_own_orders ON orders;
CREATE POLICY customer_sees_own_current_orders ON orders
  USING (customer_id = NULLIF(current_setting('order_service.customer_id', true), '')::bigint AND NOT archived);
