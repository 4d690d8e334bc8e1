package dev.phase.jpa.entity;

import dev.phase.jpa.entity.Finding.Kind;
import dev.phase.model.VersionModel;
import dev.phase.schema.Column;
import dev.phase.schema.Sequence;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds a mapping against a version. */
final class EntityCheck {

  private final VersionModel version;
  private final TypeFit types;
  private final List<Finding> findings = new ArrayList<>();

  EntityCheck(VersionModel version) {
    this.version = version;
    this.types =
        new TypeFit(
            version.enums().keySet().stream().map(Identifier::value).collect(Collectors.toSet()));
  }

  List<Finding> check(Mapping mapping) {
    mapping.tables().forEach(this::check);
    mapping.sequences().forEach(this::check);
    return List.copyOf(findings);
  }

  private void check(MappedTable table) {
    table
        .schema()
        .ifPresent(
            schema ->
                findings.add(
                    Finding.of(
                        Kind.SCHEMA_BYPASS,
                        table,
                        "Table %s is mapped with schema %s, so statements go past the version to the base table."
                            .formatted(table.name(), schema),
                        "Remove `schema` and `catalog` from the mapping; the search_path leads to the version.")));
    if (version.isView(table.name())) {
      return;
    }
    Optional<Table> present = version.table(table.name());
    if (present.isEmpty()) {
      findings.add(
          Finding.of(
              Kind.MISSING_TABLE,
              table,
              "Version %s has no table %s.".formatted(version.version(), table.name()),
              "Correct the name, or create the table in a change.%s".formatted(rawSqlHint())));
      return;
    }
    table.columns().forEach(column -> check(table, column, present.get()));
    if (table.written()) {
      checkUnmapped(table, present.get());
    }
  }

  private void check(MappedTable table, MappedColumn mapped, Table present) {
    Optional<Column> found = present.find(mapped.name());
    if (found.isEmpty()) {
      findings.add(
          Finding.of(
              Kind.MISSING_COLUMN,
              table,
              mapped,
              "Table %s has no column %s in version %s."
                  .formatted(table.name(), mapped.name(), version.version()),
              "Correct the name, or add the column in a change.%s".formatted(rawSqlHint())));
      return;
    }
    checkType(table, mapped, found.get());
    checkNull(table, mapped, found.get());
  }

  private void checkType(MappedTable table, MappedColumn mapped, Column column) {
    switch (types.judge(mapped.type(), TypeName.of(column.type()), mapped.width())) {
      case FITS -> {}
      case TOO_NARROW ->
          findings.add(
              Finding.of(
                  Kind.LENGTH,
                  table,
                  mapped,
                  "The field takes %s, and column %s.%s only %s."
                      .formatted(mapped.type(), table.name(), column.name(), column.type()),
                  "Give the mapping the column's length, or widen the column in a change."));
      case OTHER_TYPE ->
          findings.add(
              Finding.of(
                  Kind.TYPE,
                  table,
                  mapped,
                  "The field is mapped as %s, and column %s.%s is %s."
                      .formatted(mapped.type(), table.name(), column.name(), column.type()),
                  "Correct the field's type, or change the column's in a change."));
    }
  }

  private void checkNull(MappedTable table, MappedColumn mapped, Column column) {
    if (mapped.key() || mapped.nullable() == column.nullable()) {
      return;
    }
    if (mapped.nullable() && mapped.written() && column.kind() == Column.Kind.PLAIN) {
      findings.add(
          Finding.of(
              Kind.NULLABILITY,
              table,
              mapped,
              "The field may be null, and column %s.%s may not be NULL."
                  .formatted(table.name(), column.name()),
              "Map it with `nullable = false`, or allow NULL in a change."));
    } else if (!mapped.nullable()) {
      findings.add(
          Finding.of(
              Kind.NULLABILITY,
              table,
              mapped,
              "The field may not be null, and column %s.%s may be NULL."
                  .formatted(table.name(), column.name()),
              "Let the field be null, or forbid NULL in a change."));
    }
  }

  private void checkUnmapped(MappedTable table, Table present) {
    present.columns().stream()
        .filter(
            column ->
                !column.nullable()
                    && column.kind() == Column.Kind.PLAIN
                    && column.defaultExpression().isEmpty()
                    && !table.has(column.name()))
        .forEach(
            column ->
                findings.add(
                    new Finding(
                        Kind.UNMAPPED_COLUMN,
                        table.entity(),
                        "",
                        table.name().value(),
                        column.name().value(),
                        "No field is mapped to column %s.%s, which may not be NULL and has no default, so no row can be inserted."
                            .formatted(table.name(), column.name()),
                        "Map it, or give it a default in a change.")));
  }

  private void check(MappedSequence mapped) {
    Optional<Sequence> present = Optional.ofNullable(version.sequences().get(mapped.name()));
    String problem;
    String remedy;
    if (mapped.schema().isPresent()) {
      problem =
          "Sequence %s is mapped with schema %s, which ties the application to one schema."
              .formatted(mapped.name(), mapped.schema().get());
      remedy = "Remove `schema` from its generator.";
    } else if (present.isEmpty()) {
      problem =
          "Version %s has no sequence %s.".formatted(version.version(), mapped.name());
      remedy =
          "Name the right one with @SequenceGenerator, or create it in a change.%s"
              .formatted(rawSqlHint());
    } else if (present.get().options().increment().orElse(1L) != mapped.increment()) {
      problem =
          "Ids are allocated in blocks of %d, and sequence %s counts by %d."
              .formatted(
                  mapped.increment(),
                  mapped.name(),
                  present.get().options().increment().orElse(1L));
      remedy = "Give the generator that `allocationSize`, or the sequence that `increment`.";
    } else {
      return;
    }
    findings.add(
        new Finding(
            Kind.SEQUENCE, mapped.entity(), mapped.field(), mapped.name().value(), "", problem, remedy));
  }

  private String rawSqlHint() {
    return version.hasRawSql()
        ? " If an `sql` operation has made it, take a new snapshot with `phase snapshot`."
        : "";
  }
}
