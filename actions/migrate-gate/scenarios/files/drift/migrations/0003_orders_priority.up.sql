CREATE TYPE order_priority AS ENUM ('low', 'high');
ALTER TABLE orders ADD COLUMN priority order_priority NOT NULL DEFAULT 'low';
