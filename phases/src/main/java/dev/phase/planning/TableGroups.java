package dev.phase.planning;

import dev.phase.schema.TableKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The base tables that a contract changes: which of them at once, and which before which others. Those
 * that would each have to come before the other one change at once, too.
 */
final class TableGroups {

  /** All tables, in the order in which they came, each with those that must come after it. */
  private final Map<TableKey, Set<TableKey>> later = new LinkedHashMap<>();

  void add(TableKey table) {
    later.computeIfAbsent(table, key -> new LinkedHashSet<>());
  }

  void together(TableKey one, TableKey other) {
    before(one, other);
    before(other, one);
  }

  /** Means nothing where one of the two does not change. */
  void before(TableKey first, TableKey second) {
    later.computeIfAbsent(first, key -> new LinkedHashSet<>()).add(second);
  }

  /** The groups in their order; where that is free, the table that came first goes first. */
  List<List<TableKey>> inOrder() {
    List<List<TableKey>> groups = new ArrayList<>();
    Set<TableKey> rest = new LinkedHashSet<>(later.keySet());
    while (!rest.isEmpty()) {
      List<TableKey> next =
          rest.stream()
              .map(table -> rest.stream().filter(t -> isTogether(table, t)).toList())
              .filter(group -> isFirst(group, rest))
              .findFirst()
              .orElseThrow();
      groups.add(next);
      next.forEach(rest::remove);
    }
    return groups;
  }

  private boolean isTogether(TableKey one, TableKey other) {
    return one.equals(other) || after(one).contains(other) && after(other).contains(one);
  }

  private boolean isFirst(List<TableKey> group, Set<TableKey> rest) {
    return rest.stream()
        .filter(table -> !group.contains(table))
        .noneMatch(table -> group.stream().anyMatch(after(table)::contains));
  }

  /** Every table that must come after this one, through however many others. */
  private Set<TableKey> after(TableKey table) {
    Set<TableKey> found = new LinkedHashSet<>();
    List<TableKey> open = new ArrayList<>(List.of(table));
    while (!open.isEmpty()) {
      for (TableKey next : later.getOrDefault(open.remove(0), Set.of())) {
        if (later.containsKey(next) && found.add(next)) {
          open.add(next);
        }
      }
    }
    return found;
  }
}
