package dev.phase.benchmarks.backfill;

import dev.phase.benchmarks.rival.RivalTrigger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

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
  RIVAL("the rival's method: row triggers, key set of 1,000, `SET key = key`") {
    @Override
    void convert(Trial trial) throws SQLException {
      trial.run("ALTER TABLE item ADD COLUMN needs_backfill boolean DEFAULT true");
      List<String> columns =
          List.of("id", "name", "amount", "created_at", "status", "note", "cents");
      trial.run(
          trigger(
              columns, "up", "<>", "NEW.cents = amount * 100; NEW.needs_backfill = false"));
      trial.run(
          trigger(
              columns, "down", "=", "NEW.amount = cents / 100; NEW.needs_backfill = false"));
      try (Connection connection = trial.connect();
          var first = connection.prepareStatement(batch("true"));
          var next =
              connection.prepareStatement(batch("id > ?::%s".formatted(trial.keyType())))) {
        String after = last(first);
        while (after != null) {
          next.setString(1, after);
          after = last(next);
        }
      }
    }

    private String[] trigger(
        List<String> columns, String name, String comparison, String assignment) {
      return RivalTrigger.on("public", "public.item", columns, name, comparison, assignment)
          .toArray(String[]::new);
    }

    private String batch(String where) {
      return """
          WITH batch AS (
            SELECT id FROM item WHERE %s ORDER BY id LIMIT 1000 FOR NO KEY UPDATE
          ), updated AS (
            UPDATE item SET id = item.id FROM batch WHERE item.id = batch.id
            RETURNING item.id
          )
          SELECT id::text FROM updated ORDER BY updated.id DESC LIMIT 1"""
          .formatted(where);
    }

    private String last(PreparedStatement statement) throws SQLException {
      try (var row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : null;
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
      case RIVAL -> key != TableKey.NONE;
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
