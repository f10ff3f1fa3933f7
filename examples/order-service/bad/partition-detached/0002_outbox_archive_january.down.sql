-- Wrong: takes away the CHECK that DETACH left behind, but never attaches the partition again.
SET lock_timeout = '5s';
ALTER TABLE outbox_2026_01 DROP CONSTRAINT outbox_2026_01_created_at_check;
