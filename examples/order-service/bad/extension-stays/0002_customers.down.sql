-- Wrong: the extension came with this version and stays. IF NOT EXISTS hides it from the next up.
SET lock_timeout = '5s';
DROP TABLE customers;
