-- Expand: something above high.
ALTER TYPE order_priority ADD VALUE 'urgent' AFTER 'high';
