-- Notes of the customer service.
CREATE TABLE order_notes (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id bigint NOT NULL,
  body text NOT NULL
);
CREATE VIEW latest_notes AS SELECT order_id, max(id) AS note_id FROM order_notes GROUP BY order_id;
