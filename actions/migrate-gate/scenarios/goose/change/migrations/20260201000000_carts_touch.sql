-- +goose Up
ALTER TABLE carts ADD COLUMN touched_at timestamptz;
-- +goose StatementBegin
CREATE FUNCTION carts_touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.touched_at := now();
  RETURN NEW;
END
$$;
-- +goose StatementEnd
CREATE TRIGGER carts_touch BEFORE UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION carts_touch();

-- +goose Down
DROP TRIGGER carts_touch ON carts;
DROP FUNCTION carts_touch();
ALTER TABLE carts DROP COLUMN touched_at;
