-- Where confirmations go. Addresses compare without case and are checked in one place; each customer sees only
-- their own.
BEGIN;
SET LOCAL lock_timeout = '5s';

CREATE EXTENSION citext;

CREATE DOMAIN email_address AS citext
  CONSTRAINT email_address_has_at CHECK (VALUE ~ '^[^@[:space:]]+@[^@[:space:]]+$');
COMMENT ON DOMAIN email_address IS 'Only the form is checked; the confirmation mail proves the rest.';

CREATE TABLE customer_contacts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL CONSTRAINT customer_contacts_customer_id_fkey REFERENCES customers (id),
  email email_address NOT NULL,
  label text NOT NULL DEFAULT 'main',
  confirmed_at timestamptz,
  CONSTRAINT customer_contacts_email_key UNIQUE (customer_id, email)
);
CREATE UNIQUE INDEX customer_contacts_label_key ON customer_contacts (customer_id, lower(label));
CREATE INDEX customer_contacts_unconfirmed_idx ON customer_contacts (id) WHERE confirmed_at IS NULL;

ALTER TABLE customer_contacts ENABLE ROW LEVEL SECURITY;
CREATE POLICY customer_sees_own_contacts ON customer_contacts
  USING (customer_id = NULLIF(current_setting('order_service.customer_id', true), '')::bigint);
COMMENT ON POLICY customer_sees_own_contacts ON customer_contacts IS
  'Without order_service.customer_id no row is seen.';

COMMIT;
