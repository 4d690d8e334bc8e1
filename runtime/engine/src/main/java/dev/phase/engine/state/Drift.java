package dev.phase.engine.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * An object of Phase's that somebody else has changed; an entry of {@code status -o json}.
 *
 * @param kind schema, view, trigger, function or column
 * @param expected its definition as Phase left it
 * @param present its definition now; absent where it is gone
 */
public record Drift(String kind, String name, String expected, Optional<String> present) {

  static Drift read(ResultSet row) throws SQLException {
    return new Drift(
        row.getString("kind"),
        row.getString("name"),
        row.getString("definition"),
        Optional.ofNullable(row.getString("present")));
  }

  /** Whether it is gone. */
  public boolean isMissing() {
    return present.isEmpty();
  }

  /** One sentence. */
  public String describe() {
    String what = Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + " " + name;
    return what + (isMissing() ? " is gone." : " was changed, and not by Phase.");
  }
}
