package dev.phase.sql;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;

/**
 * A user's SQL expression over the logical columns of one version.
 *
 * <p>It is bound, never rewritten: the text goes to PostgreSQL as it stands, in parentheses, as the
 * body of a function whose parameters have the logical names, or against a table that has them.
 */
public record SqlExpression(@JsonValue String text) implements SqlFragment {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SqlExpression {
    requireNonNull(text, "text is null");
    SqlTokens.requireSelfContained(text);
  }

  /** The expression that is just this column. */
  public static SqlExpression column(Identifier name) {
    return new SqlExpression(name.sql());
  }

  /** Whether it is nothing but NULL; as a default, that is none. */
  public boolean isNull() {
    return text.strip().equalsIgnoreCase("null");
  }

  /**
   * Whether the name occurs as an identifier. It may be something else than a column (an alias, a
   * function), so this errs on the side of yes.
   */
  public boolean mentions(Identifier name) {
    return identifiers().contains(name.value());
  }

  /** Every identifier in the text, folded as PostgreSQL folds it. */
  public Set<String> identifiers() {
    return SqlTokens.identifiers(text);
  }

  @Override
  public String sql() {
    // The line break ends a trailing comment.
    return text.contains("--") ? "(" + text + "\n)" : "(" + text + ")";
  }

  @Override
  public String toString() {
    return text;
  }
}
