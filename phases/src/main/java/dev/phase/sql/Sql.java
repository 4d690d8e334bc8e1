package dev.phase.sql;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.StringJoiner;

/** One SQL statement, or a part of one, put together from a fixed template and safe fragments. */
public record Sql(@JsonValue String sql) implements SqlFragment {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Sql {
    requireNonNull(sql, "sql is null");
  }

  /**
   * Fills each {@code %s} of the template with a fragment.
   *
   * @param template constant text of Phase's own, never user input
   */
  public static Sql of(String template, SqlFragment... fragments) {
    Object[] texts = new Object[fragments.length];
    for (int i = 0; i < fragments.length; i++) {
      texts[i] = fragments[i].sql();
    }
    return new Sql(template.formatted(texts));
  }

  /** The fragments one after another, with a comma between them. */
  public static Sql list(Collection<? extends SqlFragment> fragments) {
    return join(", ", fragments);
  }

  /** The fragments one after another, with the separator between them. */
  public static Sql join(String separator, Collection<? extends SqlFragment> fragments) {
    StringJoiner joined = new StringJoiner(separator);
    for (SqlFragment fragment : fragments) {
      joined.add(fragment.sql());
    }
    return new Sql(joined.toString());
  }

  /**
   * Its words in upper case and its other characters, with a blank between them, so that it can be
   * told what it does. Comments are left out; a quote stands for a name or a text in quotes.
   */
  public String skeleton() {
    return SqlTokens.skeleton(sql);
  }

  /** This statement for a reader: the text alone. */
  @Override
  public String toString() {
    return sql;
  }
}
