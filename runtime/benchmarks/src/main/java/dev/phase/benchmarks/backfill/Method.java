package dev.phase.benchmarks.backfill;

import java.sql.Connection;
import java.sql.SQLException;

/** One way to convert the rows. */
enum Method {
  UPDATE("one `UPDATE`") {
    @Override
    void convert(Trial trial) throws SQLException {
      trial.run("UPDATE item SET cents = (amount * 100)::bigint");
    }
  },
  LOOP("loop over ranges of 1,000 by key") {
    @Override
    void convert(Trial trial) throws SQLException {
      loop(trial, "0");
    }
  },
  RESTING_LOOP("the same with `pg_sleep(0.05)`") {
    @Override
    void convert(Trial trial) throws SQLException {
      loop(trial, "0.05");
    }
  },
  ROW_TRIGGER("row trigger, key set of 1,000, `SET key = key`") {
    @Override
    void convert(Trial trial) throws SQLException {
      trial.run(
          """
          CREATE FUNCTION to_cents() RETURNS trigger LANGUAGE plpgsql AS '
          BEGIN
            new.cents := (new.amount * 100)::bigint;
            RETURN new;
          END'""",
          "CREATE TRIGGER to_cents BEFORE INSERT OR UPDATE ON item"
              + " FOR EACH ROW EXECUTE FUNCTION to_cents()");
      String after = null;
      try (Connection connection = trial.connect();
          var statement =
              connection.prepareStatement(
                  """
                  WITH batch AS (
                    SELECT id FROM item WHERE ?::text IS NULL OR id > ?::%1$s
                    ORDER BY id LIMIT 1000 FOR NO KEY UPDATE
                  ), updated AS (
                    UPDATE item SET id = item.id FROM batch WHERE item.id = batch.id
                    RETURNING item.id
                  )
                  SELECT id::text FROM updated ORDER BY updated.id DESC LIMIT 1"""
                      .formatted(trial.keyType()))) {
        do {
          statement.setString(1, after);
          statement.setString(2, after);
          try (var row = statement.executeQuery()) {
            after = row.next() ? row.getString(1) : null;
          }
        } while (after != null);
      }
    }
  },
  PHASE("Phase, one worker") {
    @Override
    void convert(Trial trial) throws SQLException {
      trial.backfill(1);
    }
  },
  PHASE_TWO("Phase, two workers") {
    @Override
    void convert(Trial trial) throws SQLException {
      trial.backfill(2);
    }
  },
  PGROLL("`pgroll start`, its defaults") {
    @Override
    void prepare(Trial trial) throws SQLException {
      Pgroll.init(trial);
    }

    @Override
    void convert(Trial trial) throws SQLException {
      Pgroll.start(trial);
    }
  };

  private final String words;

  Method(String words) {
    this.words = words;
  }

  /** What takes no part in the time. */
  void prepare(Trial trial) throws SQLException {}

  abstract void convert(Trial trial) throws SQLException;

  String words() {
    return words;
  }

  /** The loops go by a key, or by ranges of it; and pgroll must be on the machine. */
  boolean suits(TableKey key) {
    return switch (this) {
      case UPDATE, PHASE, PHASE_TWO -> true;
      case PGROLL -> key != TableKey.NONE && Pgroll.isThere();
      case ROW_TRIGGER -> key != TableKey.NONE;
      case LOOP, RESTING_LOOP -> key == TableKey.BIGINT;
    };
  }

  private static void loop(Trial trial, String seconds) throws SQLException {
    trial.run(
        """
        DO $$
        BEGIN
          FOR low IN 1..(SELECT max(id) FROM item) BY 1000 LOOP
            UPDATE item SET cents = (amount * 100)::bigint
            WHERE id >= low AND id < low + 1000;
            COMMIT;
            PERFORM pg_sleep(%s);
          END LOOP;
        END $$"""
            .formatted(seconds));
  }
}
