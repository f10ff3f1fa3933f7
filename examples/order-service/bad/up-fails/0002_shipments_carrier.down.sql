-- Takes the carrier away.
SET lock_timeout = '5s';
ALTER TABLE order_shipments DROP COLUMN carrier;
