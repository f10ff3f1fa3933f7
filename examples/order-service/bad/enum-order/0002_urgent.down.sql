-- No column has the type yet, so it can be made anew. Wrong: in another order, high now sorts before low.
DROP TYPE order_priority;
CREATE TYPE order_priority AS ENUM ('high', 'normal', 'low');
