-- Wrong: made on another branch under the same number; the tool refuses the folder.
CREATE TABLE order_tags (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id bigint NOT NULL,
  tag text NOT NULL
);
