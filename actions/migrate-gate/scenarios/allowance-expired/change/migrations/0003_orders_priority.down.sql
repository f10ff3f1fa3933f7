-- shipgate: allow noop-down reason="the type is shared with billing" expires=2026-01-31
SELECT 1;
