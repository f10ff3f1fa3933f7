-- shipgate: alow noop-down reason="the type is shared with billing" expires=someday
SELECT 1;
