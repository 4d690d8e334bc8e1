package dev.phase.operation;

import dev.phase.schema.Column;
import dev.phase.schema.HeldEnum;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.schema.TypeUse;
import dev.phase.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What needs an enum type in one version of the schema. */
final class EnumUses {

  private final Schema schema;
  private final HeldEnum type;
  private final Map<Identifier, Table> tables = new TreeMap<>();
  private final List<String> others = new ArrayList<>();
  private final boolean physical;

  private EnumUses(Schema schema, HeldEnum type) {
    this.schema = schema;
    this.type = type;
    List<TypeUse> found = schema.catalog().usesOfType(type.physical());
    this.physical = !found.isEmpty();
    schema.touched().values().forEach(this::consider);
    found.forEach(this::consider);
  }

  static EnumUses of(Schema schema, HeldEnum type) {
    return new EnumUses(schema, type);
  }

  /** Whether nothing needs it in any version. */
  boolean isEmpty() {
    return !physical
        && tables.isEmpty()
        && schema.gone().values().stream().noneMatch(g -> columns(g.table()).findAny().isPresent());
  }

  /** The tables that have columns of the type or of its array, in order of their names. */
  List<Table> tables() {
    return List.copyOf(tables.values());
  }

  /** Those columns. */
  Stream<Column> columns(Table table) {
    return table.columns().stream().filter(c -> c.type().isOf(type.held()));
  }

  /**
   * @param verb what is to be done to the enum, for the message
   */
  void requireNoColumns(String verb) {
    for (Table table : tables.values()) {
      columns(table)
          .findFirst()
          .ifPresent(
              c -> refuse(verb, "column %s of table %s".formatted(c.name(), table.name())));
    }
  }

  void requireOnlyColumns(String verb) {
    others.stream().findFirst().ifPresent(other -> refuse(verb, other));
  }

  private void consider(Table table) {
    if (columns(table).findAny().isPresent()) {
      tables.put(table.name(), table);
    }
  }

  private void consider(TypeUse use) {
    Optional<Table> base = use.table().flatMap(schema.catalog()::table);
    if (base.isEmpty()) {
      others.add(use.what());
      return;
    }
    Optional<Table> touched = schema.byKey(base.get().key());
    if (touched.isEmpty() && isGone(base.get())) {
      return;
    }
    Table table = touched.orElse(base.get());
    consider(table);
    List<Column> under =
        use.columns().stream().flatMap(c -> table.holder(c).stream()).toList();
    // It goes with a column that this version does not have any more.
    boolean stays = under.size() == use.columns().size();
    if (stays && under.stream().noneMatch(c -> c.type().isOf(type.held()))) {
      others.add(use.what());
    }
  }

  private boolean isGone(Table base) {
    return schema.gone().values().stream().anyMatch(g -> g.table().key().equals(base.key()));
  }

  private void refuse(String verb, String user) {
    throw new SchemaException(
        "Cannot %s enum %s: %s uses it.".formatted(verb, type.name(), user),
        "Drop or convert that first, in this change or an earlier one.");
  }
}
