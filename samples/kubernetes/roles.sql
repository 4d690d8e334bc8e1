-- Run once by an administrator, before `phase init`. Passwords are set by whoever keeps the secrets.
-- Everything has one owner, who never logs in.
CREATE ROLE shop_owner NOLOGIN;
GRANT CREATE ON DATABASE shop TO shop_owner;
ALTER SCHEMA public OWNER TO shop_owner;

-- Runs `phase init` and `phase advance`.
CREATE ROLE shop_migrator LOGIN IN ROLE shop_owner;
ALTER ROLE shop_migrator IN DATABASE shop SET role = shop_owner;

-- What the application logs in as; it also runs `phase wait`.
CREATE ROLE shop_app LOGIN;
GRANT USAGE ON SCHEMA public TO shop_app;
ALTER DEFAULT PRIVILEGES FOR ROLE shop_owner IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO shop_app;
ALTER DEFAULT PRIVILEGES FOR ROLE shop_owner IN SCHEMA public
  GRANT USAGE ON SEQUENCES TO shop_app;
