-- migrate:up
CREATE TABLE carts (id bigint PRIMARY KEY);

-- migrate:down
DROP TABLE carts;
