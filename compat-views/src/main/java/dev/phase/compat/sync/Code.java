package dev.phase.compat.sync;

import dev.phase.sql.Sql;
import dev.phase.sql.SqlFragment;
import java.util.ArrayList;
import java.util.List;

/** The body of a PL/pgSQL function, written line by line. */
final class Code {

  private final List<Sql> lines = new ArrayList<>();
  private int depth;

  Code line(String template, SqlFragment... fragments) {
    lines.add(new Sql("  ".repeat(depth) + Sql.of(template, fragments).sql()));
    return this;
  }

  /** Starts a block that {@link #end} closes. */
  Code begin(String template, SqlFragment... fragments) {
    line(template, fragments);
    depth++;
    return this;
  }

  /** Ends one block and starts its alternative. */
  Code otherwise(String template, SqlFragment... fragments) {
    depth--;
    return begin(template, fragments);
  }

  Code end(String template) {
    depth--;
    return line(template);
  }

  /** Writes a block's body; PL/pgSQL wants a statement where there is nothing to do. */
  Code body(Runnable writer) {
    int before = lines.size();
    writer.run();
    return lines.size() == before ? line("NULL;") : this;
  }

  Sql text() {
    return Sql.join("\n", lines);
  }
}
