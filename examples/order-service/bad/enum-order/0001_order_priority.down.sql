-- Back to an empty schema.
DROP TYPE order_priority;
