CREATE TABLE totals (day date PRIMARY KEY, cents bigint NOT NULL);
GRANT SELECT ON totals TO reporting;
