package dev.phase.engine.property;

import dev.phase.compat.physical.PhysicalColumns;
import dev.phase.need.Conversion;
import dev.phase.need.SyncRule;
import dev.phase.schema.Column;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.window.Version;
import dev.phase.window.VersionState;
import dev.phase.window.Window;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The only table in all versions of the window, as it stands between two moves. */
final class Scene {

  private final Window window;
  private final Map<String, TableShape> shapes;
  private final TableKey key;
  private final List<Link> links;

  /** A sync rule and the lowest version above it. */
  record Link(SyncRule rule, int boundary) {

    Set<String> reads(boolean up) {
      Set<String> names = new LinkedHashSet<>();
      (up ? rule.up() : rule.down())
          .forEach(c -> c.arguments().forEach(a -> names.add(a.physical().value())));
      return names;
    }

    Set<String> targets(boolean up) {
      Set<String> names = new LinkedHashSet<>();
      (up ? rule.up() : rule.down()).forEach(c -> names.add(c.target().physical().value()));
      return names;
    }

    Set<String> holders() {
      Set<String> names = new LinkedHashSet<>();
      for (boolean up : new boolean[] {true, false}) {
        names.addAll(reads(up));
        names.addAll(targets(up));
      }
      return names;
    }
  }

  /**
   * @param shapes what each version is expected to look like, by its name
   */
  Scene(Window window, Map<String, TableShape> shapes) {
    this.window = window;
    this.shapes = shapes;
    this.key =
        window.versions().stream()
            .flatMap(v -> v.tables().values().stream())
            .map(Table::key)
            .findFirst()
            .orElse(new TableKey(shapes.get(window.oldest().name()).name()));
    this.links =
        window.rules(key).stream().map(rule -> new Link(rule, boundary(rule))).toList();
  }

  private int boundary(SyncRule rule) {
    int boundary = 0;
    while (versions().get(boundary).position() < rule.position()) {
      boundary++;
    }
    return boundary;
  }

  List<Version> versions() {
    return window.versions();
  }

  Version version(int index) {
    return versions().get(index);
  }

  int newest() {
    return versions().size() - 1;
  }

  TableShape shape(int version) {
    return shapes.get(version(version).name());
  }

  List<Link> links() {
    return links;
  }

  /** Whether applications may use it. */
  boolean isOpen(int version) {
    return version(version).state() == VersionState.LIVE
        || (version == 0 && version(0).schema().isEmpty());
  }

  /** The base table has the oldest version's shape, and its name. */
  QualifiedName base() {
    return new QualifiedName(window.schema(), Identifier.of(shape(0).name()));
  }

  /** The name of the table in a door. */
  QualifiedName door(int version) {
    return new QualifiedName(
        version(version).schema().orElse(window.schema()),
        Identifier.of(shape(version).name()));
  }

  /** The physical column behind one of a version. */
  String physical(int version, String column) {
    return new PhysicalColumns(window, key)
        .in(version(version))
        .flatMap(t -> t.find(Identifier.of(column)))
        .map(c -> c.physical().value())
        .orElse(column);
  }

  /** The versions that see a physical column. */
  Set<Integer> seenBy(String physical) {
    Set<Integer> seen = new TreeSet<>();
    for (int version = 0; version <= newest(); version++) {
      for (ColumnShape column : shape(version).all()) {
        if (physical(version, column.name()).equals(physical)) {
          seen.add(version);
        }
      }
    }
    return seen;
  }

  /** Every physical column that a version or a rule knows. */
  Set<String> physicals() {
    Set<String> names = new LinkedHashSet<>();
    for (int version = 0; version <= newest(); version++) {
      for (ColumnShape column : shape(version).all()) {
        names.add(physical(version, column.name()));
      }
    }
    links.forEach(link -> names.addAll(link.holders()));
    return names;
  }

  /**
   * Whether every target of the rule is what it makes of the row, as SQL over the base table; a
   * volatile conversion makes anything.
   */
  String holds(Link link, boolean up) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    for (Conversion conversion : up ? link.rule().up() : link.rule().down()) {
      Column target = conversion.target();
      if (conversion.isVolatile()) {
        continue;
      }
      conditions.add(
          "%s::text IS NOT DISTINCT FROM (%s)::%s::text"
              .formatted(
                  target.physical().sql(),
                  conversion
                      .call(
                          conversion.arguments().stream()
                              .map(a -> Sql.of("%s", a.physical()))
                              .toList())
                      .sql(),
                  target.type().sql()));
    }
    return String.join(" AND ", conditions);
  }
}
