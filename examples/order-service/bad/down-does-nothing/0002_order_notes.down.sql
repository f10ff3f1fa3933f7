-- Wrong: a statement that satisfies the tool and undoes nothing.
SELECT 1;
