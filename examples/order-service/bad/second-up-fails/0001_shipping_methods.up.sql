-- How orders can be sent.
CREATE TABLE shipping_methods (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text NOT NULL CONSTRAINT shipping_methods_code_key UNIQUE
);
INSERT INTO shipping_methods (code) VALUES ('standard');
