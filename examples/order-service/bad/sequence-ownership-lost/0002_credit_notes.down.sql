-- Wrong: the sequence does not go back to invoices.number, and 0001 can no longer be undone completely.
SET lock_timeout = '5s';
DROP TABLE credit_notes;
