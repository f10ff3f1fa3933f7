-- How urgent an order is; queries sort and compare by it, so the order of the values counts.
CREATE TYPE order_priority AS ENUM ('low', 'normal', 'high');
