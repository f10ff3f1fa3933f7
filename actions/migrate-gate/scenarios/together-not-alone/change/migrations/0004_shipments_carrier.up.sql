ALTER TABLE shipments ADD COLUMN IF NOT EXISTS carrier text;
