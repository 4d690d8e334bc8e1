package dev.phase.engine;

import dev.phase.backfill.Backfill;
import dev.phase.compat.CompatViews;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.engine.failure.SqlFailure;
import dev.phase.engine.state.StateSchema;
import dev.phase.need.SetAside;
import dev.phase.plan.Statement;
import dev.phase.sql.Sql;
import dev.phase.window.Version;
import dev.phase.window.VersionState;
import dev.phase.window.Window;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes a base schema into Phase's care. */
final class Init {

  /** The name of the version that was there before Phase. */
  static final String BASELINE = "baseline";

  private final Project project;
  private final Connection connection;

  Init(Project project) {
    this.project = project;
    this.connection = project.connection();
  }

  boolean run() {
    try {
      connection.setAutoCommit(false);
      // Several pods may start with an empty database at once.
      execute("SELECT pg_advisory_xact_lock(hashtextextended('phase init', 0))");
      requireSchema();
      boolean created = !project.state().exists();
      project.requireNotNewer();
      if (created || project.state().format() < StateSchema.FORMAT) {
        bringUpToDate();
      }
      if (created) {
        takeIntoCare();
      }
      connection.commit();
      return created;
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    } finally {
      endTransaction();
    }
  }

  /** Makes of schema {@code phase}, whoever made it when, what this release needs. */
  private void bringUpToDate() throws SQLException {
    execute(StateSchema.ddl());
    for (Sql sql : Backfill.schema()) {
      execute(sql.sql());
    }
    for (Statement statement : CompatViews.support()) {
      execute(statement.sql().sql());
    }
    for (Statement statement : SetAside.support()) {
      execute(statement.sql().sql());
    }
    execute("DELETE FROM phase.format");
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO phase.format VALUES (?)")) {
      insert.setInt(1, StateSchema.FORMAT);
      insert.executeUpdate();
    }
  }

  private void takeIntoCare() {
    Version baseline =
        new Version(
            BASELINE,
            Optional.empty(),
            VersionState.LIVE,
            0,
            List.of(),
            Map.of(),
            Set.of(),
            Map.of(),
            List.of(),
            List.of());
    project.store().create(new Window(project.schema(), Map.of(), List.of(baseline)));
  }

  private void requireSchema() throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT FROM pg_namespace WHERE nspname = ?")) {
      query.setString(1, project.schema().value());
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new PhaseException(
              ExitCode.INVALID,
              "This database has no schema %s. Correct `schema` in phase.yaml, or create the schema."
                  .formatted(project.schema()));
        }
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void endTransaction() {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }
}
