package dev.phase.compat.door;

import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlLiteral;
import java.util.List;

/** Blocks of PL/pgSQL that run once. */
final class Anonymous {

  private Anonymous() {}

  static Sql block(Sql body) {
    return Sql.of("DO %s", new SqlLiteral(body.sql()));
  }

  /** Runs the statements if there is such a view. */
  static Sql whereThere(QualifiedName view, List<Sql> statements) {
    List<Sql> executions =
        statements.stream().map(s -> Sql.of("EXECUTE %s;", new SqlLiteral(s.sql()))).toList();
    return block(
        Sql.of(
            "BEGIN\nIF pg_catalog.to_regclass(%s) IS NOT NULL THEN\n%s\nEND IF;\nEND",
            new SqlLiteral(view.sql()), Sql.join("\n", executions)));
  }
}
