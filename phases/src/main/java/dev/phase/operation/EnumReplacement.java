package dev.phase.operation;

import dev.phase.need.NewEnum;
import dev.phase.need.ReplacedEnum;
import dev.phase.need.TypeRenaming;
import dev.phase.schema.Column;
import dev.phase.schema.EnumChange;
import dev.phase.schema.HeldEnum;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlLiteral;
import dev.phase.sql.SqlType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The recipe for an enum whose values change: another type beside it, and for each of its columns a
 * shadow of that type. At contract the other type takes the enum's name.
 */
final class EnumReplacement {

  /** What a default that is a mere value may be made of, beside the type's names. */
  private static final Set<String> WORDS =
      Set.of("array", "as", "cast", "character", "null", "pg_catalog", "text", "varchar", "varying");

  private final Schema before;
  private final Site site;
  private final HeldEnum old;
  private final Identifier physical;
  private final EnumMapping up;
  private final EnumMapping down;

  /**
   * @param up from the values that are there to the new ones
   */
  EnumReplacement(Schema before, Site site, HeldEnum old, EnumMapping up, EnumMapping down) {
    this.before = before;
    this.site = site;
    this.old = old;
    this.physical = site.shadow(old.name());
    this.up = up;
    this.down = down;
  }

  Effect by(List<String> values) {
    EnumUses uses = EnumUses.of(before, old);
    uses.requireOnlyColumns("change");
    requireNoPrivileges();
    Enums.requireOwner(before, old);
    QualifiedName name = new QualifiedName(before.name(), physical);
    before.catalog().assume(NewEnum.create(name, values));
    SqlType type = before.catalog().canonical(new SqlType(name.sql()));
    Effect effect =
        Effect.of(
            before.withoutMasksOf(old.held(), type),
            new ReplacedEnum(
                old.name(),
                physical,
                values,
                old.comment(),
                new TypeRenaming(type, old.named()),
                site.source()));
    for (Table table : uses.tables()) {
      for (Column column : uses.columns(table).toList()) {
        effect = effect.then(convert(effect.after(), table.name(), column, type));
      }
    }
    return effect;
  }

  private Effect convert(Schema schema, Identifier table, Column column, SqlType type) {
    SqlType newType = column.type().replacing(old.held(), type);
    return new Shadow(schema, site, schema.table(table), column, Optional.of(change()))
        .replaceWith(
            column.typed(newType).withDefault(defaultOf(table, column)),
            Optional.of(up.to(newType, column.name())),
            Optional.of(down.to(column.type(), column.name())));
  }

  private EnumChange change() {
    Map<String, String> renamed = new HashMap<>(up.values());
    renamed.values().removeIf(old.values()::contains);
    return new EnumChange(old.physical(), physical, renamed);
  }

  /** The column's default as a value of the other type, without the name of either. */
  private Optional<SqlExpression> defaultOf(Identifier table, Column column) {
    if (column.defaultExpression().isEmpty()) {
      return Optional.empty();
    }
    SqlExpression present = column.defaultExpression().get();
    Set<String> unknown = new HashSet<>(present.identifiers());
    unknown.removeAll(WORDS);
    unknown.removeAll(
        List.of(before.name().value(), old.name().value(), old.physical().value()));
    if (!unknown.isEmpty()) {
      throw new SchemaException(
          "The default %s of column %s of table %s is not a mere value of enum %s."
              .formatted(present, column.name(), table, old.name()),
          "Change it first, with `alter_column`.");
    }
    return before
        .catalog()
        .constant(new SqlExpression(up.text(column.type(), present).sql()))
        .map(value -> new SqlExpression(new SqlLiteral(value).sql()));
  }

  private void requireNoPrivileges() {
    if (old.hasPrivileges()) {
      throw new SchemaException(
          "Enum %s has privileges of its own, which the type in its place would not have."
              .formatted(old.name()),
          "Grant USAGE on it to PUBLIC and to nobody else, or write the change as `sql`.");
    }
  }
}
