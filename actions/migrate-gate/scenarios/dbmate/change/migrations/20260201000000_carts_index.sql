-- migrate:up transaction:false
CREATE INDEX CONCURRENTLY carts_idx ON carts (id);

-- migrate:down transaction:false
DROP INDEX CONCURRENTLY carts_idx;
