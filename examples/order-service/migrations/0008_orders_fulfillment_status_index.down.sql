-- Readers and writers go on while the index is dropped.
DROP INDEX CONCURRENTLY idx_orders_fulfillment_status;
