-- What the first release needs; the data catalogue reads the comments.
CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  reference text NOT NULL,
  placed_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN orders.placed_at IS 'When the customer pressed the button.';
