package dev.phase.planning;

import dev.phase.change.Change;
import dev.phase.need.Decision;
import dev.phase.need.Need;
import dev.phase.need.NewConstraint;
import dev.phase.need.NewIndex;
import dev.phase.need.NewTable;
import dev.phase.need.RemovedConstraint;
import dev.phase.need.RemovedIndex;
import dev.phase.need.Standalone;
import dev.phase.need.SyncRule;
import dev.phase.operation.AddEnumValue;
import dev.phase.operation.Effect;
import dev.phase.operation.Operation;
import dev.phase.operation.Site;
import dev.phase.operation.SqlOperation;
import dev.phase.plan.Source;
import dev.phase.schema.Catalog;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.window.Arrival;
import dev.phase.window.Version;
import dev.phase.window.VersionSchema;
import dev.phase.window.VersionState;
import dev.phase.window.Window;
import dev.phase.yaml.Yaml;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Folds changes over the newest version's schema into one new version. */
public final class VersionPlanner {

  private final Window window;
  private final KeyedCatalog catalog;
  private final Limits limits;
  private final HeldBackDefaults defaults;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Need> needs = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private Schema schema;
  private long position;
  private boolean afterSql;

  public VersionPlanner(Window window, Catalog catalog) {
    this.window = window;
    this.catalog =
        new KeyedCatalog(catalog, window, Collections.unmodifiableList(needs));
    this.limits = new Limits(this.catalog, needs);
    this.defaults = new HeldBackDefaults(this.catalog, needs);
    this.schema = new NewestSchema(window, this.catalog).read();
    this.position = window.newest().position();
  }

  /**
   * The version that these changes make together, named after the last one.
   *
   * @throws ChangesRejected with every operation that the schema does not allow
   */
  public Arrival plan(List<Change> changes) {
    for (Change change : changes) {
      for (int i = 0; i < change.operations().size(); i++) {
        Operation operation = change.operations().get(i);
        String kind = Yaml.kind(Operation.class, operation);
        apply(operation, new Source(change.id(), "operations[%d].%s".formatted(i, kind)));
      }
    }
    if (!problems.isEmpty()) {
      throw new ChangesRejected(problems);
    }
    String name = changes.get(changes.size() - 1).id();
    Version version =
        new Version(
            name,
            Optional.of(VersionSchema.name(window.schema(), name)),
            VersionState.PREPARING,
            position,
            changes.stream().map(Change::id).toList(),
            schema.touched(),
            views(),
            schema.gone(),
            needs,
            decisions);
    return new Arrival(version, names(), untouched());
  }

  /** What is possible, but may not be meant; to be asked after {@link #plan}. */
  public List<Problem> warnings() {
    if (afterSql) {
      // Expressions may need what that SQL makes.
      return List.of();
    }
    return needs.stream()
        .filter(SyncRule.class::isInstance)
        .map(SyncRule.class::cast)
        .filter(rule -> rule.up().size() + rule.down().size() > 2)
        .flatMap(rule -> new RoundTrip(catalog, window, rule).look().stream())
        .toList();
  }

  /** The tables whose shape is not that of the base table. */
  private Set<Identifier> views() {
    return schema.touched().values().stream()
        .filter(table -> table.touchedAt() > window.oldest().position())
        .map(Table::name)
        .collect(Collectors.toSet());
  }

  private Map<TableKey, Identifier> names() {
    Map<TableKey, Identifier> names = new HashMap<>(catalog.tables());
    needs.stream()
        .filter(NewTable.class::isInstance)
        .map(NewTable.class::cast)
        .forEach(created -> names.put(created.created().key(), created.physical()));
    return names;
  }

  private List<Table> untouched() {
    return catalog.seen().stream()
        .filter(table -> !window.isInFlight(table.key()))
        .filter(
            table ->
                needs.stream().anyMatch(n -> n.table().filter(table.key()::equals).isPresent()))
        .toList();
  }

  private void apply(Operation operation, Source source) {
    position++;
    try {
      Effect effect = operation.plan(schema, new Site(position, source, afterSql));
      effect.after().touched().values().stream()
          .filter(table -> table.touchedAt() == position)
          .forEach(Table::requireViewable);
      limits.require(effect.needs());
      defaults.require(effect.needs(), effect.after());
      schema = effect.after();
      effect.needs().forEach(this::add);
      decisions.addAll(effect.decisions());
      effect.needs().forEach(this::assume);
    } catch (SchemaException e) {
      problems.add(new Problem(source, e.problem(), e.remedy()));
    }
    // A value that an enum gets cannot be used before it is committed, so no trial can judge it.
    afterSql |= operation instanceof SqlOperation || operation instanceof AddEnumValue;
  }

  private void assume(Need need) {
    catalog.learn(need);
    if (need instanceof Standalone standalone) {
      standalone.assumption(window).ifPresent(catalog::assume);
    }
  }

  /** What the version itself would have made is not made, rather than removed at contract. */
  private void add(Need need) {
    boolean unmade =
        need instanceof RemovedIndex removed
            && needs.removeIf(
                n ->
                    n instanceof NewIndex made
                        && made.on().equals(removed.on())
                        && made.index().name().equals(removed.index()));
    unmade |=
        need instanceof RemovedConstraint removed
            && needs.removeIf(
                n ->
                    n instanceof NewConstraint made
                        && made.on().equals(removed.on())
                        && made.constraint().name().equals(removed.constraint()));
    if (!unmade) {
      needs.add(need);
    }
  }
}
