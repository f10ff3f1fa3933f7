-- Invoices are numbered without end.
CREATE SEQUENCE invoices_number_seq AS bigint;
CREATE TABLE invoices (
  number bigint PRIMARY KEY DEFAULT nextval('invoices_number_seq'),
  order_id bigint NOT NULL
);
ALTER SEQUENCE invoices_number_seq OWNED BY invoices.number;
