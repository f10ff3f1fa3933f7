-- Every statement of the service is here; values come in as $1, $2, never as text of the statement.

-- name: FindOrder :one
SELECT o.id, o.customer_id, o.state, o.currency, o.placed_at
FROM orders AS o
WHERE o.id = $1 AND o.customer_id = $2;

-- name: ListOrders :many
SELECT o.id, o.state, o.currency, o.placed_at
FROM orders AS o
WHERE o.customer_id = $1 AND o.placed_at < $2
ORDER BY o.placed_at DESC
LIMIT $3;

-- name: PlaceOrder :one
INSERT INTO orders (customer_id, currency) VALUES ($1, $2) RETURNING id;

-- name: AddItem :exec
INSERT INTO order_items (order_id, sku, quantity, unit_price_cents) VALUES ($1, $2, $3, $4);

-- name: CancelOrder :execrows
UPDATE orders SET state = 'cancelled' WHERE id = $1 AND customer_id = $2 AND state IN ('new', 'confirmed');

-- name: Announce :exec
INSERT INTO outbox (topic, payload) VALUES ($1, $2);
