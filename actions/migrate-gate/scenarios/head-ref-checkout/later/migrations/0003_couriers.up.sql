CREATE TABLE couriers (id bigint PRIMARY KEY);
