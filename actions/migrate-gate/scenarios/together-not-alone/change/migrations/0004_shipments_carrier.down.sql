-- The table goes with 0003.
SELECT 1;
