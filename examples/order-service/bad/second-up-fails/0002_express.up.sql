-- Expand: a faster way, with a promise in days.
SET lock_timeout = '5s';
ALTER TABLE shipping_methods ADD COLUMN promised_days integer;
INSERT INTO shipping_methods (code, promised_days) VALUES ('express', 1);
