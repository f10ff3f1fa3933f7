-- The sequence belongs to the table and goes with it.
SET lock_timeout = '5s';
DROP TABLE invoices;
