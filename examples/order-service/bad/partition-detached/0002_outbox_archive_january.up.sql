-- January goes to the archive; alone in its file, for CONCURRENTLY cannot run in a transaction.
ALTER TABLE outbox DETACH PARTITION outbox_2026_01 CONCURRENTLY;
