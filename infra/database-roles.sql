-- What each identity may do in the database. Run by a member of the administrators' group: the first part in the database postgres, the second in areasend.
-- psql "host=$AREASEND_DATABASE_HOST dbname=postgres sslmode=verify-full user=areasend-database-administrators" -v functions=id-areasend-prod-functions -v web=id-areasend-prod-web -f infra/database-roles.sql

select pgaadauth_create_principal(:'functions', false, false) where not exists (select from pg_roles where rolname = :'functions');
select pgaadauth_create_principal(:'web', false, false) where not exists (select from pg_roles where rolname = :'web');

\connect areasend

revoke create on schema public from public;
grant usage on schema public to :"functions", :"web";
grant select, insert, update, delete on all tables in schema public to :"functions", :"web";
grant usage, select on all sequences in schema public to :"functions", :"web";
alter default privileges in schema public grant select, insert, update, delete on tables to :"functions", :"web";
alter default privileges in schema public grant usage, select on sequences to :"functions", :"web";

-- Facts are added, never changed: not even by the application. Only the nightly retention, which is a function, may end a case that is due to end.
-- Run this part again after the first migration has made the table.
select format('revoke %s on table inspection_events from %I', rights, identity)
from (values ('update, truncate', :'functions'), ('update, delete, truncate', :'web')) as taken (rights, identity)
where to_regclass('public.inspection_events') is not null
\gexec
