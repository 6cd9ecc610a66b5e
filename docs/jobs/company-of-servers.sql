-- 多台服务器分担各办公室:在汇总库里建立各表,每张表由各台服务器上的那一份合成(docs/headquarters.md)
-- Several servers that share the offices: makes the tables of the database that looks at all of them, each put together
-- of the servers' own. psql company -f company-of-servers.sql
--
-- Before: one CREATE SERVER and CREATE USER MAPPING for each, in the order of their names and never another one later:
-- an office lies on the server that its number falls to. Run again after `hq init` of a later program; nothing is kept
-- in these tables themselves.
\set ON_ERROR_STOP on
BEGIN;
DROP SCHEMA IF EXISTS huiyin CASCADE;
CREATE SCHEMA huiyin;
DO $$
DECLARE
    servers CONSTANT name[] := ARRAY(SELECT srvname FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
        WHERE w.fdwname = 'postgres_fdw' ORDER BY srvname);
    first name := servers[1];
    part record;
BEGIN
    IF first IS NULL THEN RAISE 'no server: CREATE SERVER … FOREIGN DATA WRAPPER postgres_fdw comes first'; END IF;
    FOR remainder IN 0 .. cardinality(servers) - 1 LOOP
        EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', 'on_' || servers[remainder + 1]);
        EXECUTE format('CREATE SCHEMA %I', 'on_' || servers[remainder + 1]);
        EXECUTE format('IMPORT FOREIGN SCHEMA huiyin FROM SERVER %I INTO %I OPTIONS (import_default ''true'')', servers[remainder + 1], 'on_' || servers[remainder + 1]);
        FOR part IN SELECT c.relname, c.oid::regclass AS here FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'office'
            AND a.atttypid = 'integer'::regtype WHERE c.relnamespace = to_regnamespace(quote_ident('on_' || servers[remainder + 1])) LOOP
            IF remainder = 0 THEN
                EXECUTE format('CREATE TABLE huiyin.%I (LIKE %s INCLUDING DEFAULTS) PARTITION BY HASH (office)', part.relname, part.here);
            END IF;
            EXECUTE format('ALTER TABLE huiyin.%I ATTACH PARTITION %s FOR VALUES WITH (MODULUS %s, REMAINDER %s)',
                part.relname, part.here, cardinality(servers), remainder);
        END LOOP;
    END LOOP;
    EXECUTE format('CREATE VIEW huiyin.company AS SELECT * FROM %I.company', 'on_' || first);
    -- Joins and sums are left to the servers, each the whole of its own.
    EXECUTE format('ALTER DATABASE %I SET enable_partitionwise_join = on', current_database());
    EXECUTE format('ALTER DATABASE %I SET enable_partitionwise_aggregate = on', current_database());
END $$;
COMMIT;
