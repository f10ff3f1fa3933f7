-- Credit notes share the numbers, so the sequence belongs to neither table alone.
SET lock_timeout = '5s';
ALTER SEQUENCE invoices_number_seq OWNED BY NONE;
CREATE TABLE credit_notes (
  number bigint PRIMARY KEY DEFAULT nextval('invoices_number_seq'),
  order_id bigint NOT NULL
);
