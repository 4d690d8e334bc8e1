package dev.phase.compat.sync;

import dev.phase.sql.Sql;
import dev.phase.sql.SqlFragment;
import dev.phase.sql.SqlLiteral;
import dev.phase.window.Version;
import java.util.List;

/** What a session says about the version it writes through. */
final class Session {

  private Session() {}

  /** A number of the timeline, or NULL where the session says nothing. */
  static Sql origin(Timeline timeline) {
    List<Version> versions = timeline.writers();
    return Sql.of(
        "phase.session_origin(%s, %s)",
        array(versions.stream().map(v -> new SqlLiteral(v.name())).toList()),
        array(
            versions.stream()
                .map(
                    v ->
                        v.schema()
                            .<SqlFragment>map(s -> new SqlLiteral(s.value()))
                            .orElse(new Sql("NULL")))
                .toList()));
  }

  private static Sql array(List<? extends SqlFragment> elements) {
    return Sql.of("ARRAY[%s]::pg_catalog.text[]", Sql.list(elements));
  }
}
