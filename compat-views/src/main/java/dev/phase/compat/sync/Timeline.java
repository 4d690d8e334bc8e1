package dev.phase.compat.sync;

import dev.phase.compat.physical.PhysicalColumns;
import dev.phase.need.Conversion;
import dev.phase.need.SyncRule;
import dev.phase.schema.Column;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.window.Version;
import dev.phase.window.VersionState;
import dev.phase.window.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One table through all versions of a window. A version is counted from the oldest, which is 0; only
 * those that are not being prepared can have written a row.
 */
final class Timeline {

  private final PhysicalColumns physical;
  private final List<Version> all;
  private final List<Version> writers;
  private final List<Rule> rules;

  Timeline(Window window, TableKey table) {
    physical = new PhysicalColumns(window, table);
    all = window.versions();
    writers = all.stream().takeWhile(v -> v.state() != VersionState.PREPARING).toList();
    rules =
        window.rules(table).stream()
            .sorted(Comparator.comparingLong(SyncRule::position))
            .map(this::place)
            .toList();
  }

  /** The versions that may have written a row. */
  List<Version> writers() {
    return writers;
  }

  /** The newest version that may have written a row. */
  int newest() {
    return writers.size() - 1;
  }

  boolean isEmpty() {
    return rules.isEmpty();
  }

  /** Whether an UPDATE may move a row to another partition: delete it there and insert it here. */
  boolean mayMoveRows() {
    return all.stream().flatMap(v -> physical.in(v).stream()).anyMatch(Table::isPartitioned);
  }

  /** The rules between versions that write, lowest first. */
  List<Rule> active() {
    return rules.stream().filter(rule -> rule.boundary() <= newest()).toList();
  }

  /** The active rules in groups that have nothing to do with one another, each lowest first. */
  List<List<Rule>> groups() {
    List<List<Rule>> groups = new ArrayList<>();
    for (Rule rule : active()) {
      List<Rule> merged = new ArrayList<>();
      for (List<Rule> group : List.copyOf(groups)) {
        if (group.stream().anyMatch(rule::touches)) {
          merged.addAll(group);
          groups.remove(group);
        }
      }
      merged.sort(Comparator.comparingInt(active()::indexOf));
      merged.add(rule);
      groups.add(merged);
    }
    return groups;
  }

  /** The rules below versions that nothing writes through yet, lowest first. */
  List<Rule> prepared() {
    return rules.stream().filter(rule -> rule.boundary() > newest()).toList();
  }

  /** Every column of the table's rules, each once. */
  List<Holder> holders() {
    return holders(rules);
  }

  /**
   * The columns of no active rule that some versions see and others do not: whoever changes
   * one of them on UPDATE tells where it stands.
   */
  List<Holder> witnesses() {
    Set<Identifier> held =
        holders(active()).stream().map(Holder::physical).collect(Collectors.toSet());
    Map<Identifier, Holder> witnesses = new LinkedHashMap<>();
    for (Version version : writers) {
      physical.in(version).map(Table::columns).orElse(List.of()).stream()
          .filter(c -> c.kind() == Column.Kind.PLAIN && !held.contains(c.physical()))
          .forEach(c -> witnesses.computeIfAbsent(c.physical(), name -> holder(c)));
    }
    return witnesses.values().stream()
        .filter(h -> !h.span().equals(Optional.of(new Span(0, newest()))))
        .toList();
  }

  /** Every column of these rules, each once. */
  static List<Holder> holders(List<Rule> rules) {
    return List.copyOf(
        rules.stream()
            .flatMap(rule -> rule.holders().stream())
            .collect(
                LinkedHashMap<Identifier, Holder>::new,
                (map, h) -> map.putIfAbsent(h.physical(), h),
                Map::putAll)
            .values());
  }

  private Rule place(SyncRule rule) {
    int boundary =
        IntStream.range(0, all.size())
            .filter(i -> all.get(i).position() >= rule.position())
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The sync rule at %d lies above every version.".formatted(rule.position())));
    Map<Identifier, Holder> holders = new LinkedHashMap<>();
    rule.conversions()
        .flatMap(Timeline::columns)
        .forEach(c -> holders.computeIfAbsent(c.physical(), name -> holder(c)));
    return new Rule(
        boundary, rule.position(), rule.up(), rule.down(), List.copyOf(holders.values()));
  }

  private static Stream<Column> columns(Conversion conversion) {
    return Stream.concat(conversion.arguments().stream(), Stream.of(conversion.target()));
  }

  private Holder holder(Column column) {
    Identifier name = column.physical();
    int[] seen =
        IntStream.range(0, writers.size()).filter(i -> in(i, name).isPresent()).toArray();
    Optional<Span> span =
        seen.length == 0
            ? Optional.empty()
            : Optional.of(new Span(seen[0], seen[seen.length - 1]));
    return new Holder(column, span, physical.isCounted(name));
  }

  private Optional<Column> in(int version, Identifier name) {
    Optional<Table> table = physical.in(writers.get(version));
    return table.flatMap(t -> t.holder(name));
  }
}
