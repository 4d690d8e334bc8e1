package dev.phase.backfill;

import dev.phase.plan.Fill;
import dev.phase.plan.Sweep;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlType;
import dev.phase.testkit.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;

/** A database with a ledger, and short words for the requests of the tests. */
record Bench(Database database, Backfill backfill) {

  static final String ID = "test/run";

  static Bench of(Database database) throws SQLException {
    return of(database, database::connect);
  }

  static Bench asSuperuser(Database database) throws SQLException {
    return of(database, database::superuser);
  }

  private static Bench of(Database database, ConnectionFactory connections) throws SQLException {
    try (Connection connection = connections.openConnection();
        var statement = connection.createStatement()) {
      for (Sql sql : Backfill.schema()) {
        statement.execute(sql.sql());
      }
    }
    return new Bench(database, backfill(connections));
  }

  static Backfill backfill(ConnectionFactory connections) {
    return new Backfill(Jdbi.create(connections), Clock.systemUTC(), Sleeper.system());
  }

  /** A table of 5,000 rows that its applications keep in step with {@code a * 2}. */
  void createTable(String idColumn) throws SQLException {
    database.run(
        "CREATE TABLE t (" + idColumn + ", a int, b int, filler text)",
        "CREATE SEQUENCE ids START 5001",
        "INSERT INTO t SELECT i, i, NULL, 'x' FROM generate_series(1, 5000) AS i",
        """
        CREATE FUNCTION dual_write() RETURNS trigger LANGUAGE plpgsql AS '
        BEGIN
          IF current_setting(''phase.backfill'', true) = ''on'' THEN RETURN new; END IF;
          new.b := new.a * 2;
          RETURN new;
        END'""",
        "CREATE TRIGGER dual_write BEFORE INSERT OR UPDATE ON t"
            + " FOR EACH ROW EXECUTE FUNCTION dual_write()");
  }

  Controls controls() {
    return backfill.controls(new Actor("ada", "desk"));
  }

  Outcome run(SweepRequest request) {
    return backfill.run(request, ProgressListener.none(), StopSignal.never());
  }

  static SweepRequest request(int rows, String table, Fill... fills) {
    return request(settings(rows), table, fills);
  }

  /** One worker that takes the pages one after another, and verifies by key where it can. */
  static BatchSettings settings(int rows) {
    return new BatchSettings(rows, Duration.ZERO, Duration.ZERO, 1)
        .withStripes(1)
        .withSnapshotPages(0);
  }

  static SweepRequest request(BatchSettings settings, String table, Fill... fills) {
    var name = new QualifiedName(Identifier.of("public"), Identifier.of(table));
    return new SweepRequest(ID, new Sweep(name, List.of(fills)), settings);
  }

  static Fill fill(String column, String type, String value) {
    return new Fill(Identifier.of(column), new SqlType(type), new Sql(value), false);
  }

  static Fill fillNull(String column, String type, String value) {
    return new Fill(Identifier.of(column), new SqlType(type), new Sql(value), true);
  }

  String query(String sql) throws SQLException {
    return database.queryOne(sql);
  }
}
