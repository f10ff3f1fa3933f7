-- Back to an empty schema: tables first, then the function that their triggers used.
BEGIN;
SET LOCAL lock_timeout = '5s';

DROP TABLE order_items;
DROP TABLE orders;
DROP TABLE customers;
DROP FUNCTION touch_updated_at();

COMMIT;
