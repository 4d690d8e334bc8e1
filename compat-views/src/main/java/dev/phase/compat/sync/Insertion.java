package dev.phase.compat.sync;

import dev.phase.compat.physical.OriginColumn;
import dev.phase.sql.Sql;
import java.util.Optional;

/**
 * A new row says through which version it came: the views of every version above a rule fill a
 * column of the base table with their position. Without, it came through the base table or through a
 * view that no rule lies below, so it goes up.
 */
final class Insertion {

  private static final Sql ORIGIN = Compare.field("NEW", OriginColumn.NAME);

  private final Passes passes;

  Insertion(Passes passes) {
    this.passes = passes;
  }

  void write(Code code) {
    code.begin("IF %s IS NULL THEN", ORIGIN)
        .body(() -> passes.insertedUp(code, rule -> Optional.empty()))
        .otherwise("ELSE");
    passes.insertedDown(code, rule -> Optional.of(is(">=", rule)));
    passes.insertedUp(code, rule -> Optional.of(is("<", rule)));
    code.line("%s := NULL;", ORIGIN).end("END IF;");
  }

  private static Sql is(String operator, Rule rule) {
    return Sql.of(
        "%s %s %s", ORIGIN, new Sql(operator), new Sql(Long.toString(rule.position())));
  }
}
