package dev.phase.engine;

import dev.phase.engine.execution.Listener;
import dev.phase.plan.Step;
import dev.phase.planning.Plan;
import dev.phase.testkit.Database;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A moment at which a command dies.
 *
 * @param place which of the moments of this kind it is, from 0
 */
record CrashPoint(Kind kind, int place) {

  /** What it dies at. */
  enum Kind {
    PLAN("at the beginning or the end of a plan"),
    BEFORE("before a step"),
    BETWEEN("after its SQL, before the ledger"),
    AFTER("after the ledger");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** How many moments of each kind a command has. */
  static final class Counter implements Listener {

    private int plans;
    private int steps;

    int of(Kind kind) {
      return kind == Kind.PLAN ? plans : steps;
    }

    @Override
    public void started(Plan plan, boolean resumed) {
      plans++;
    }

    @Override
    public void finished(Step step, Duration took) {
      steps++;
    }

    @Override
    public void finished(Plan plan) {
      plans++;
    }
  }

  /** Lets sessions of a database end between a step's SQL and its row in the ledger. */
  static void prepare(Database database) throws SQLException {
    database.run(
        "CREATE SCHEMA crash",
        "CREATE SEQUENCE crash.fuse MINVALUE -1000000 START -1000000",
        """
        CREATE FUNCTION crash.burn() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF nextval('crash.fuse') = 0 THEN
            PERFORM pg_terminate_backend(pg_backend_pid());
            PERFORM pg_sleep(10);
          END IF;
          RETURN NEW;
        END $$""",
        """
        CREATE TRIGGER crash BEFORE UPDATE OF finished_at ON phase.step
        FOR EACH ROW EXECUTE FUNCTION crash.burn()""");
  }

  /** What the command is to hear; it dies of it, or of its lost session. */
  Listener arm(Database database) throws SQLException {
    if (kind == Kind.BETWEEN) {
      database.run("ALTER SEQUENCE crash.fuse RESTART WITH " + -place);
      return Listener.NONE;
    }
    return new Death(kind, place);
  }

  static void disarm(Database database) throws SQLException {
    database.run("ALTER SEQUENCE crash.fuse RESTART WITH -1000000");
  }

  /** Stands for the end of the process. */
  static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final class Death implements Listener {

    private final Kind kind;
    private int left;

    Death(Kind kind, int place) {
      this.kind = kind;
      this.left = place;
    }

    private void event(Kind happened) {
      if (happened == kind && left-- == 0) {
        throw new Died();
      }
    }

    @Override
    public void started(Plan plan, boolean resumed) {
      event(Kind.PLAN);
    }

    @Override
    public void started(Step step) {
      event(Kind.BEFORE);
    }

    @Override
    public void finished(Step step, Duration took) {
      event(Kind.AFTER);
    }

    @Override
    public void finished(Plan plan) {
      event(Kind.PLAN);
    }
  }
}
