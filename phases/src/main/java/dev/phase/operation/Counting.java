package dev.phase.operation;

import dev.phase.need.NewColumn.Initially;
import dev.phase.schema.Column;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import java.util.Optional;
import java.util.Set;

/** Whether and how a sequence numbers a column. */
record Counting(Table table, Column column) {

  private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
  private static final Identifier NEXTVAL = Identifier.of("nextval");

  /** Whether it has sequences that would go with it. */
  boolean hasSequence() {
    return isNumbered()
        || table.dependents().stream()
            .anyMatch(d -> d.isSequence() && d.columns().contains(column.physical()));
  }

  /** The sequence that the column owns now; empty where a change in flight has made the column. */
  Optional<Identifier> sequence(Schema schema) {
    return schema
        .catalog()
        .base(table.key())
        .filter(base -> base.holder(column.physical()).isPresent())
        .flatMap(
            base -> schema.catalog().generation(base.name(), column.physical()).sequence());
  }

  /** Whether new rows get their value from a sequence. */
  boolean isNumbered() {
    return column.kind() == Column.Kind.IDENTITY
        || column.defaultExpression().filter(d -> d.mentions(NEXTVAL)).isPresent();
  }

  /** Whether a column of this type may have the same sequence as its default. */
  static boolean isInteger(Column column) {
    return INTEGERS.contains(column.type().name());
  }

  void requireCountable(Column wanted) {
    if (column.kind() == Column.Kind.IDENTITY && !isInteger(wanted)) {
      throw new SchemaException(
          "Identity column %s of %s cannot have type %s."
              .formatted(column.name(), table.name(), wanted.type()),
          "Choose smallint, integer or bigint.");
    }
  }

  /**
   * Refuses to keep the default on another type where PostgreSQL cannot cast it, or where values are
   * converted otherwise and it may mean another one. A sequence's next number is converted as a value.
   */
  void requireDefaultOf(Schema schema, Column wanted, boolean converted) {
    if (wanted.type().equals(column.type()) || column.defaultExpression().isEmpty()) {
      return;
    }
    if (converted && !(isNumbered() && isInteger(wanted))) {
      throw new SchemaException(
          "Column %s of %s has the default %s, which is a value of its old type."
              .formatted(column.name(), table.name(), column.defaultExpression().get()),
          "Give the `default` of the new type, or `default: null` for none.");
    }
    schema.catalog().addsInstantly(wanted.type(), column.defaultExpression().get());
  }

  /** How a shadow gets its values where nobody gives one. */
  Initially initially(Column shadow) {
    return isNumbered() && shadow.defaultExpression().equals(column.defaultExpression())
        ? Initially.COUNTED
        : Initially.EMPTY;
  }
}
