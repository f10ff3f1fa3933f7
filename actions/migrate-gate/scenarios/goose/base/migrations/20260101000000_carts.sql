-- +goose Up
CREATE TABLE carts (id bigint PRIMARY KEY);

-- +goose Down
DROP TABLE carts;
