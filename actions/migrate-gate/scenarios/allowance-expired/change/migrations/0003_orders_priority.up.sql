DO $$ BEGIN CREATE TYPE order_priority AS ENUM ('low', 'high'); EXCEPTION WHEN duplicate_object THEN NULL; END $$;
