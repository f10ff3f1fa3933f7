-- References start anew each year; alone in its file, for CONCURRENTLY cannot run in a transaction.
DROP INDEX CONCURRENTLY orders_reference_idx;
