-- Article 17 GDPR: name and contacts go, orders and invoices stay without them. docs/privacy/erasure.md.

-- name: ForgetName :execrows
UPDATE customers SET name = 'erased' WHERE id = $1;

-- name: ForgetContacts :execrows
DELETE FROM customer_contacts WHERE customer_id = $1;
