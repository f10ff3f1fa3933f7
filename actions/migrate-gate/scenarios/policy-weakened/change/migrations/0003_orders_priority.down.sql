-- shipgate: allow noop-down reason="later" expires=2999-12-31
SELECT 1;
