package dev.phase.jpa.entity;

import dev.phase.jpa.entity.TypeFit.Verdict;
import dev.phase.model.VersionModel;
import dev.phase.schema.Column;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a change file from the difference between a mapping and a version. */
final class ChangeDraft {

  private final VersionModel version;
  private final TypeFit types;
  private final ChangeText text = new ChangeText();

  ChangeDraft(VersionModel version) {
    this.version = version;
    this.types =
        new TypeFit(
            version.enums().keySet().stream().map(Identifier::value).collect(Collectors.toSet()));
  }

  Optional<String> write(Mapping mapping) {
    for (MappedSequence sequence : mapping.sequences()) {
      if (!version.sequences().containsKey(sequence.name())) {
        text.operation(
            "create_sequence",
            fields("name", sequence.name(), "increment", Long.toString(sequence.increment())));
      }
    }
    for (MappedTable table : mapping.tables()) {
      Optional<Table> present = version.table(table.name());
      if (present.isPresent()) {
        adapt(table, present.get());
      } else if (!version.isView(table.name())) {
        create(table);
      }
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text.file(version.version()));
  }

  private void create(MappedTable table) {
    List<MappedColumn> key = table.columns().stream().filter(MappedColumn::key).toList();
    List<Map<String, String>> columns = new ArrayList<>();
    for (MappedColumn column : table.columns()) {
      Map<String, String> fields = column(column);
      if (column.identity()) {
        fields.put("identity", "by_default");
      }
      if (column.key() && key.size() == 1) {
        fields.remove("nullable");
        fields.put("primary_key", "true");
      }
      columns.add(fields);
    }
    text.table(
        table.name(),
        columns,
        key.size() > 1 ? key.stream().map(MappedColumn::name).toList() : List.of());
  }

  private void adapt(MappedTable table, Table present) {
    Map<Identifier, Identifier> renamed = renames(table, present);
    renamed.forEach(
        (to, from) -> {
          text.note("Is %s the same as %s? Otherwise add the one and drop the other.", to, from);
          text.operation(
              "rename_column", fields("table", table.name(), "from", from, "to", to));
        });
    for (MappedColumn mapped : table.columns()) {
      Identifier old = renamed.getOrDefault(mapped.name(), mapped.name());
      present.find(old).ifPresentOrElse(c -> alter(table, mapped, c), () -> add(table, mapped));
    }
    present.columns().stream()
        .filter(c -> !table.has(c.name()) && !renamed.containsValue(c.name()))
        .forEach(
            c ->
                text.note(
                    "No field is mapped to %s.%s; drop_column would remove it.",
                    table.name(),
                    c.name()));
  }

  /** From the new name to the old one, where there is one way only to pair them. */
  private Map<Identifier, Identifier> renames(MappedTable table, Table present) {
    List<MappedColumn> added =
        table.columns().stream().filter(c -> present.find(c.name()).isEmpty()).toList();
    List<Column> vanished =
        present.columns().stream().filter(c -> !table.has(c.name())).toList();
    Map<Identifier, Identifier> renames = new LinkedHashMap<>();
    for (MappedColumn to : added) {
      List<Column> like = vanished.stream().filter(from -> isLike(to, from)).toList();
      if (like.size() == 1 && added.stream().filter(a -> isLike(a, like.get(0))).count() == 1) {
        renames.put(to.name(), like.get(0).name());
      }
    }
    return renames;
  }

  private boolean isLike(MappedColumn to, Column from) {
    return types.judge(to.type(), TypeName.of(from.type()), to.width()) != Verdict.OTHER_TYPE;
  }

  private void add(MappedTable table, MappedColumn mapped) {
    if (!mapped.nullable()) {
      text.note(
          "Say with `default` or `up` what %s is in the rows that are there.", mapped.name());
    }
    text.operation(
        "add_column",
        fields("table", table.name(), "column", ChangeText.flow(column(mapped))));
  }

  private void alter(MappedTable table, MappedColumn mapped, Column column) {
    Map<String, String> fields = fields("table", table.name(), "column", mapped.name());
    if (types.judge(mapped.type(), TypeName.of(column.type()), mapped.width()) != Verdict.FITS) {
      fields.put("type", ChangeText.scalar(mapped.type().toString()));
    }
    if (!mapped.key() && mapped.written() && mapped.nullable() != column.nullable()) {
      fields.put("nullable", Boolean.toString(mapped.nullable()));
    }
    if (fields.size() > 2) {
      text.note(
          "Say with `up` and `down` how %s is converted, unless a cast does it.", mapped.name());
      text.operation("alter_column", fields);
    }
  }

  private static Map<String, String> column(MappedColumn column) {
    Map<String, String> fields =
        fields("name", column.name(), "type", ChangeText.scalar(column.type().toString()));
    if (!column.nullable()) {
      fields.put("nullable", "false");
    }
    return fields;
  }

  /** Keys and values by turns; names are quoted where they have to be. */
  private static Map<String, String> fields(Object... keysAndValues) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      Object value = keysAndValues[i + 1];
      fields.put(
          (String) keysAndValues[i],
          value instanceof Identifier name ? ChangeText.scalar(name.value()) : (String) value);
    }
    return fields;
  }
}
