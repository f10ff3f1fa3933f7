-- Wrong: the index comes back without UNIQUE, so one reference can be given twice.
CREATE INDEX CONCURRENTLY orders_reference_idx ON orders (reference);
