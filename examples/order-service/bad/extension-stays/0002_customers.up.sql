-- Customers are found by address, whatever its case.
CREATE EXTENSION IF NOT EXISTS citext;
CREATE TABLE customers (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email citext NOT NULL CONSTRAINT customers_email_key UNIQUE
);
