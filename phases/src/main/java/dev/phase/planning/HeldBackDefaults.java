package dev.phase.planning;

import dev.phase.need.Need;
import dev.phase.need.NewColumn;
import dev.phase.need.NewConstraint;
import dev.phase.schema.Catalog;
import dev.phase.schema.Column;
import dev.phase.schema.ConstraintDefinition.ForeignKey;
import dev.phase.schema.ReferentialAction;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Refuses foreign keys that would set a default which only views carry before contract: PostgreSQL
 * sets the base table's, and where that has none it would set NULL, whoever deletes.
 *
 * @param planned what the version needs already
 */
record HeldBackDefaults(Catalog catalog, List<Need> planned) {

  /**
   * @param more what the next operation needs
   * @param after the schema that it makes
   */
  void require(List<Need> more, Schema after) {
    for (Need need : more) {
      if (need instanceof NewConstraint made
          && made.constraint().definition() instanceof ForeignKey key
          && setsDefault(key)) {
        after.at(made.on()).ifPresent(table -> require(made, key, table, more));
      }
    }
  }

  private static boolean setsDefault(ForeignKey key) {
    return key.onDelete() == ReferentialAction.SET_DEFAULT
        || key.onUpdate() == ReferentialAction.SET_DEFAULT;
  }

  private void require(NewConstraint made, ForeignKey key, Table table, List<Need> more) {
    key.keys().stream()
        .flatMap(physical -> table.holder(physical).stream())
        .filter(column -> column.defaultExpression().filter(d -> !d.isNull()).isPresent())
        .filter(column -> isHeldBack(made, column, more))
        .findFirst()
        .ifPresent(
            column -> {
              throw new SchemaException(
                  ("Foreign key %s sets column %s of %s to its default, which the base table does"
                          + " not have before contract.")
                      .formatted(made.constraint().name(), column.name(), table.name()),
                  remedy(made));
            });
  }

  private boolean isHeldBack(NewConstraint made, Column column, List<Need> more) {
    Optional<Column> present =
        catalog.base(made.on()).flatMap(base -> base.holder(column.physical()));
    return present.isPresent()
        ? present.get().defaultExpression().isEmpty()
        : Stream.concat(planned.stream(), more.stream())
            .filter(NewColumn.class::isInstance)
            .map(NewColumn.class::cast)
            .filter(added -> added.on().equals(made.on()))
            .filter(added -> added.column().physical().equals(column.physical()))
            .anyMatch(NewColumn::holdsDefaultBack);
  }

  /** What to do depends on whether the key is there already, for the shadow's original. */
  private String remedy(NewConstraint made) {
    Identifier name = made.constraint().name();
    return catalog.base(made.on()).flatMap(base -> base.findConstraint(name)).isPresent()
        ? "Drop it in this change, and add it in a later one, once this default is contracted."
        : "Use `set_null`, or add the foreign key in a later change, once this default is"
            + " contracted.";
  }
}
