CREATE SCHEMA probe;
CREATE TABLE probe.seen (relation oid, mode text);

-- Whatever a step or a batch does, it ends with writing a ledger, in the same transaction.
CREATE FUNCTION probe.look() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO probe.seen
  SELECT relation, mode FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation' AND granted;
  RETURN NULL;
END $$;

DO $$
DECLARE
  ledger regclass;
BEGIN
  FOR ledger IN
    SELECT oid FROM pg_class WHERE relnamespace = 'phase'::regnamespace AND relkind = 'r'
  LOOP
    EXECUTE format('CREATE TRIGGER probe AFTER INSERT OR UPDATE ON %s EXECUTE FUNCTION probe.look()', ledger);
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER probe', ledger);
  END LOOP;
END $$;
