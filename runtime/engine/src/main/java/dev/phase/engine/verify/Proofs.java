package dev.phase.engine.verify;

import dev.phase.engine.doctor.Check;
import dev.phase.engine.failure.SqlFailure;
import dev.phase.need.Need;
import dev.phase.need.NewColumn;
import dev.phase.need.NewConstraint;
import dev.phase.need.NewIndex;
import dev.phase.need.RequiredColumn;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlResource;
import dev.phase.window.Version;
import dev.phase.window.VersionState;
import dev.phase.window.Window;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Whether the constraints and indexes that live versions have brought are there and hold. */
final class Proofs {

  private static final String QUERY = SqlResource.text(Proofs.class, "proofs.sql");

  private final Connection connection;
  private final Window window;

  Proofs(Connection connection, Window window) {
    this.connection = connection;
    this.window = window;
  }

  /** One that should be there, by its physical names. */
  private record Expected(String kind, String relation, String name) {}

  List<Check> all() {
    List<Expected> expected = new ArrayList<>();
    for (Version version : window.versions()) {
      if (version.state() != VersionState.PREPARING) {
        version.needs().forEach(need -> add(need, expected));
      }
    }
    return expected.isEmpty() ? List.of() : look(expected);
  }

  private void add(Need need, List<Expected> expected) {
    if (need instanceof NewIndex index) {
      expected.add(expected("INDEX", index.on(), index.index().physical()));
    } else if (need instanceof NewConstraint added) {
      boolean isIndex =
          added.constraint().definition() instanceof ConstraintDefinition.Unique unique
              && unique.primaryKey();
      // It becomes the primary key at contract; until then its index alone holds the rows to it.
      expected.add(
          expected(
              isIndex ? "INDEX" : "CONSTRAINT", added.on(), added.constraint().physical()));
    } else if (need instanceof NewColumn added && !added.column().nullable()) {
      expected.add(expected("NOT_NULL", added.on(), added.column().physical()));
    } else if (need instanceof RequiredColumn required) {
      expected.add(expected("NOT_NULL", required.on(), required.column().physical()));
    }
  }

  private Expected expected(String kind, TableKey table, Identifier name) {
    return new Expected(kind, window.table(table).name().value(), name.value());
  }

  private List<Check> look(List<Expected> expected) {
    try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
      statement.setString(1, window.schema().value());
      statement.setArray(2, texts(expected, Expected::kind));
      statement.setArray(3, texts(expected, Expected::relation));
      statement.setArray(4, texts(expected, Expected::name));
      try (ResultSet row = statement.executeQuery()) {
        List<Check> checks = new ArrayList<>();
        while (row.next()) {
          checks.add(check(row));
        }
        return checks;
      }
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  private static Check check(ResultSet row) throws SQLException {
    String what = row.getString("what");
    if (!row.getBoolean("present")) {
      return Check.problem(what, "It is gone.", "Make it again, or roll the version back.");
    }
    return row.getBoolean("holds")
        ? Check.ok(what, "It holds for all rows.")
        : Check.problem(what, "It does not hold for all rows.", row.getString("remedy"));
  }

  private Array texts(List<Expected> expected, Function<Expected, String> part)
      throws SQLException {
    return connection.createArrayOf("text", expected.stream().map(part).toArray());
  }
}
