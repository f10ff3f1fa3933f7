-- shipgate: allow noop-down reason="the type is shared with billing" expires=2999-12-31
SELECT 1;
