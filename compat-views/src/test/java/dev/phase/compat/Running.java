package dev.phase.compat;

import dev.phase.need.Need;
import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import dev.phase.testkit.Database;
import dev.phase.window.Version;
import dev.phase.window.VersionState;
import dev.phase.window.Window;
import java.sql.SQLException;
import java.util.List;

/** A window in a real database: what an engine does with the statements, without its care. */
final class Running {

  private final Database database;
  private final CompatViews views;

  Running(Database database) throws SQLException {
    this.database = database;
    this.views = new CompatViews(database.majorVersion());
    database.run(
        "CREATE SCHEMA phase",
        "GRANT USAGE ON SCHEMA phase TO PUBLIC",
        "CREATE TABLE phase.version (base_schema text, name text, schema_name text, state text,"
            + " published_at timestamptz, retired_at timestamptz)");
    run(CompatViews.support());
  }

  CompatViews views() {
    return views;
  }

  /** Expands every version above the oldest and opens the doors of those that are live. */
  void expand(Window window) throws SQLException {
    for (Version version : window.versions()) {
      for (Need need : version.needs()) {
        run(need.expand(window));
      }
    }
    for (TableKey table : window.tables().keySet()) {
      run(views.dualWriteFunction(window, table));
      run(views.dualWriteTrigger(window, table));
    }
    for (Version version : window.versions()) {
      run(views.createDoor(window, version));
      enter(window, version);
      if (version.state() == VersionState.LIVE) {
        run(views.open(window, version));
      }
    }
  }

  /** Writes the version's row of the ledger. */
  void enter(Window window, Version version) throws SQLException {
    if (version.schema().isPresent()) {
      database.run(
          "DELETE FROM phase.version WHERE name = '%s'".formatted(version.name()),
          "INSERT INTO phase.version VALUES ('%s', '%s', '%s', '%s', NULL, '2026-01-02 03:04:05Z')"
              .formatted(
                  window.schema().value(),
                  version.name(),
                  version.schema().get().value().replace("'", "''"),
                  version.state()));
    }
  }

  void run(List<Statement> statements) throws SQLException {
    database.run(statements.stream().map(s -> s.sql().sql()).toArray(String[]::new));
  }
}
