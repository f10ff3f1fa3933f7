-- Wrong: the old trigger comes back asleep; the second half of a backfill recipe, without its ENABLE.
SET lock_timeout = '5s';
DROP TRIGGER orders_touch ON orders;
CREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
ALTER TABLE orders DISABLE TRIGGER orders_touch;
