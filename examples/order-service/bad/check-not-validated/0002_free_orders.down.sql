-- Wrong: NOT VALID without the VALIDATE that belongs to it; the rows of the meantime are never looked at.
SET lock_timeout = '5s';
ALTER TABLE orders ADD CONSTRAINT orders_total_positive CHECK (total_cents > 0) NOT VALID;
