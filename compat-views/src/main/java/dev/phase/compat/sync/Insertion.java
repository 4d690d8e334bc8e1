package dev.phase.compat.sync;

import dev.phase.compat.physical.OriginColumn;
import dev.phase.sql.Sql;
import java.util.Optional;

/**
 * A new row says through which version it came: the views of every version above a rule fill a
 * column of the base table with their position. Without, it came through the base table or through
 * a view that no rule lies below, so it goes up. A row that was there before and only moves says
 * so, and is left as it is.
 */
final class Insertion {

  private static final Sql ORIGIN = Compare.field("NEW", OriginColumn.NAME);

  private final Passes passes;
  private final boolean mayMoveRows;

  Insertion(Timeline timeline) {
    this.passes = new Passes(timeline.active());
    this.mayMoveRows = timeline.mayMoveRows();
  }

  void write(Code code) {
    code.begin("IF %s IS NULL THEN", ORIGIN)
        .body(() -> passes.insertedUp(code, rule -> Optional.empty()))
        .otherwise(mayMoveRows ? "ELSIF %s THEN" : "ELSE", is("<>", OriginColumn.MOVED));
    passes.insertedDown(code, rule -> Optional.of(is(">=", rule)));
    passes.insertedUp(code, rule -> Optional.of(is("<", rule)));
    if (mayMoveRows) {
      code.end("END IF;");
      settled(code);
    } else {
      code.line("%s := NULL;", ORIGIN).end("END IF;");
    }
  }

  /** Remembers that the triggers have seen a row that an UPDATE may move. */
  static void settled(Code code) {
    code.line("%s := %s;", ORIGIN, OriginColumn.MOVED);
  }

  private static Sql is(String operator, Rule rule) {
    return is(operator, new Sql(Long.toString(rule.position())));
  }

  private static Sql is(String operator, Sql position) {
    return Compare.is(ORIGIN, operator, position);
  }
}
