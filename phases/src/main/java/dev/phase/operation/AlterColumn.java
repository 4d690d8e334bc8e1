package dev.phase.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.phase.schema.Column;
import dev.phase.schema.IdentityKind;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Changes what a column is or holds: in place where PostgreSQL need not look at a row for that, and
 * by way of a shadow column where it would.
 *
 * @param collation as SQL text, such as {@code "C"} in its quotes
 * @param comment an empty text for none, as PostgreSQL takes it
 * @param generated only {@code none}, for a column that is generated so far
 * @param up the new value from the columns of the version before
 * @param down the old value from the columns of the new version
 */
public record AlterColumn(
    Identifier table,
    Identifier column,
    Optional<SqlType> type,
    Optional<Boolean> nullable,
    @JsonProperty("default") Optional<SqlExpression> defaultExpression,
    Optional<String> collation,
    Optional<String> comment,
    Optional<Identity> identity,
    Optional<SqlExpression> generated,
    Optional<SqlExpression> up,
    Optional<SqlExpression> down)
    implements Operation {

  /** Who is to number the rows. */
  public enum Identity {
    ALWAYS,
    BY_DEFAULT,
    NONE
  }

  @Override
  public Effect plan(Schema before, Site site) {
    Column old = before.table(table).column(column);
    requireSensible(old);
    if (identity.isEmpty()) {
      return change(before, site);
    }
    if (identity.get() == Identity.NONE) {
      // PostgreSQL takes no default beside an identity, so that goes first.
      Effect numbered = numbering(before, site).end();
      return numbered.then(change(numbered.after(), site));
    }
    // PostgreSQL numbers no column that may be NULL, so that goes last.
    Effect changed = change(before, site);
    return changed.then(
        numbering(changed.after(), site)
            .become(IdentityKind.valueOf(identity.get().name())));
  }

  private Numbering numbering(Schema schema, Site site) {
    Table on = schema.table(table);
    return new Numbering(schema, site, on, on.column(column));
  }

  private Effect change(Schema before, Site site) {
    Table on = before.table(table);
    Column old = on.column(column);
    Column wanted = wanted(before, old);
    requireDown(old, wanted);
    InPlace inPlace = new InPlace(before, site, on, old, wanted);
    Optional<String> obstacle = conversion().or(inPlace::obstacle);
    if (obstacle.isEmpty()) {
      Effect effect = inPlace.effect();
      return generated.isEmpty() ? effect : effect.then(inPlace.freed(effect.after()));
    }
    if (defaultExpression.isEmpty()) {
      new Counting(on, old).requireDefaultOf(before, wanted, conversion().isPresent());
    }
    Effect converted =
        isReferred(before, on, old)
            ? new KeyChange(before, site)
                .convert(on, List.of(new KeyChange.Conversion(wanted, up, down)))
            : new Shadow(before, site, on, old).replaceWith(wanted, up, down);
    Effect decided =
        converted.because(
            site.decision(
                "Column %s of %s gets a shadow column: %s.", column, table, obstacle.get()));
    return Overflow.note(site, table, old, wanted, down)
        .map(decided::because)
        .orElse(decided);
  }

  private Column wanted(Schema before, Column old) {
    return new Column(
        old.name(),
        old.physical(),
        type.map(before.catalog()::canonical).orElse(old.type()),
        nullable.orElse(old.nullable()),
        defaultExpression.or(old::defaultExpression).filter(d -> !d.isNull()),
        collation.or(() -> type.isPresent() ? Optional.empty() : old.collation()),
        generated.isPresent() && up.isPresent() ? Column.Kind.PLAIN : old.kind(),
        comment.or(old::comment).filter(text -> !text.isEmpty()));
  }

  private Optional<String> conversion() {
    return up.isPresent() || down.isPresent()
        ? Optional.of("`up` and `down` say that its values are converted")
        : Optional.empty();
  }

  private void requireSensible(Column old) {
    boolean numbered =
        identity.map(i -> i != Identity.NONE).orElse(old.kind() == Column.Kind.IDENTITY);
    boolean computed =
        old.kind() == Column.Kind.GENERATED && (generated.isEmpty() || up.isEmpty());
    if (defaultExpression.filter(d -> !d.isNull()).isPresent() && (numbered || computed)) {
      throw refusal(
          "is %s, so it has no default".formatted(numbered ? "an identity column" : "generated"),
          "Remove `default`.");
    }
    if (generated.isEmpty()) {
      return;
    }
    if (!generated.get().text().strip().equals("none")) {
      throw refusal(
          "cannot become generated, or by another expression: PostgreSQL would rewrite the table",
          "Keep it as it is; `generated: none` ends a generated column.");
    }
    if (old.kind() != Column.Kind.GENERATED) {
      throw refusal("is not generated", "Remove `generated`.");
    }
    if (down.isPresent()) {
      throw refusal("is computed by PostgreSQL in older versions", "Remove `down`.");
    }
  }

  private void requireDown(Column old, Column wanted) {
    if (!old.nullable() && wanted.nullable() && down.isEmpty()) {
      throw new SchemaException(
          "Older versions do not expect a NULL in column %s of %s.".formatted(column, table),
          "Say with `down` what they see instead, for instance down: \"coalesce(%s, …)\"."
              .formatted(column));
    }
  }

  /** Whether foreign keys point to the column, so that others have to change with it. */
  private boolean isReferred(Schema before, Table on, Column old) {
    return conversion().isEmpty()
        && !KeyReference.to(before, on, Set.of(old.physical())).isEmpty();
  }

  private SchemaException refusal(String problem, String remedy) {
    return new SchemaException(
        "Column %s of %s %s.".formatted(column, table, problem), remedy);
  }
}
