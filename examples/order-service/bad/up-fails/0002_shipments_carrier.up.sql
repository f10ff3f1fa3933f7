-- Wrong: the table of shipments was made by hand in one environment and by no migration.
SET lock_timeout = '5s';
ALTER TABLE order_shipments ADD COLUMN carrier text;
