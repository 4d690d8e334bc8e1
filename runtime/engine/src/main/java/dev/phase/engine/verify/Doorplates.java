package dev.phase.engine.verify;

import dev.phase.engine.doctor.Check;
import dev.phase.engine.failure.SqlFailure;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.window.Version;
import dev.phase.window.VersionState;
import dev.phase.window.Window;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Whether each live version's schema names that version, as applications ask it at their start. */
final class Doorplates {

  private static final Identifier PLATE = Identifier.of("phase_version");
  private static final String UNDEFINED_TABLE = "42P01";

  private final Connection connection;

  Doorplates(Connection connection) {
    this.connection = connection;
  }

  List<Check> all(Window window) {
    List<Check> checks = new ArrayList<>();
    for (Version version : window.versions()) {
      if (version.state() == VersionState.LIVE && version.schema().isPresent()) {
        checks.add(check(version, new QualifiedName(version.schema().get(), PLATE)));
      }
    }
    return checks;
  }

  private Check check(Version version, QualifiedName plate) {
    String what = "door of " + version;
    String named = named(plate);
    return named.equals(version.name())
        ? Check.ok(what, "It is open, and names its version.")
        : Check.problem(
            what,
            named.isEmpty()
                ? "View %s is gone.".formatted(plate)
                : "View %s names version %s.".formatted(plate, named),
            "See `phase doctor`.");
  }

  /** Empty where there is no such view. */
  private String named(QualifiedName plate) {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(Sql.of("SELECT version FROM %s", plate).sql())) {
      return row.next() ? row.getString(1) : "";
    } catch (SQLException e) {
      if (UNDEFINED_TABLE.equals(e.getSQLState())) {
        return "";
      }
      throw SqlFailure.of(e);
    }
  }
}
