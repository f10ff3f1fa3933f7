-- The extension came with this version and nothing older uses it, so it goes too.
BEGIN;
SET LOCAL lock_timeout = '5s';

DROP TABLE customer_contacts;
DROP DOMAIN email_address;
DROP EXTENSION citext;

COMMIT;
