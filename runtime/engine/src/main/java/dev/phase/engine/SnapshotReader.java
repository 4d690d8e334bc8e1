package dev.phase.engine;

import dev.phase.engine.catalog.Relations.Kind;
import dev.phase.engine.catalog.Relations;
import dev.phase.model.Settled;
import dev.phase.model.Snapshot;
import dev.phase.need.ReplacedEnum;
import dev.phase.schema.Catalog;
import dev.phase.schema.EnumType;
import dev.phase.schema.HeldEnum;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.window.Version;
import dev.phase.window.Window;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what the newest version looks like, as if nothing were in flight. */
final class SnapshotReader {

  private final Window window;
  private final Catalog catalog;
  private final Relations relations;

  SnapshotReader(Project project) {
    this.window = project.store().window();
    this.catalog = project.catalog(window);
    this.relations = Relations.read(project.connection(), project.schema());
  }

  Snapshot read() {
    Version newest = window.newest();
    List<Table> inFlight =
        newest.tables().values().stream().filter(t -> window.isInFlight(t.key())).toList();
    Settled settled =
        new Settled(
            inFlight.stream()
                .collect(
                    Collectors.toMap(
                        t -> window.table(t.key()).name(), Function.identity())));
    return new Snapshot(
        newest.name(),
        Stream.concat(inFlight.stream(), untouched(newest))
            .map(settled::of)
            .map(this::withNamedEnums)
            .sorted((a, b) -> a.name().compareTo(b.name()))
            .toList(),
        relations.of(Kind.VIEW),
        relations.of(Kind.SEQUENCE).stream()
            .map(catalog::sequence)
            .flatMap(Optional::stream)
            .toList(),
        relations.of(Kind.ENUM).stream()
            .filter(name -> replaced().noneMatch(r -> r.physical().equals(name)))
            .map(this::enumType)
            .flatMap(Optional::stream)
            .toList());
  }

  /** The types that will have the name of an enum, oldest first. */
  private Stream<ReplacedEnum> replaced() {
    return window.versions().stream()
        .flatMap(v -> v.needs().stream())
        .filter(ReplacedEnum.class::isInstance)
        .map(ReplacedEnum.class::cast);
  }

  private Table withNamedEnums(Table table) {
    Table named = table;
    for (ReplacedEnum each : replaced().toList()) {
      named = each.renaming().apply(named);
    }
    return named;
  }

  private Optional<EnumType> enumType(Identifier name) {
    return replaced()
        .filter(r -> r.name().equals(name))
        .reduce((older, newer) -> newer)
        .map(ReplacedEnum::values)
        .or(() -> catalog.enumType(name).map(HeldEnum::values))
        .map(values -> new EnumType(name, values));
  }

  /** The base tables that no change in flight has to do with. */
  private Stream<Table> untouched(Version newest) {
    Set<Identifier> known = new HashSet<>();
    for (Map.Entry<TableKey, Identifier> table : window.tables().entrySet()) {
      if (window.isInFlight(table.getKey())) {
        known.add(table.getValue());
      }
    }
    newest.gone().values().stream()
        .map(gone -> window.table(gone.table().key()).name())
        .forEach(known::add);
    return relations.of(Kind.TABLE).stream()
        .filter(name -> !known.contains(name))
        .map(catalog::table)
        .flatMap(Optional::stream);
  }
}
