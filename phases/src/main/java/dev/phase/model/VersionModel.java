package dev.phase.model;

import static java.util.Objects.requireNonNull;

import dev.phase.change.Change;
import dev.phase.change.ChangeReader;
import dev.phase.need.RawSql;
import dev.phase.operation.Effect;
import dev.phase.operation.Operation;
import dev.phase.operation.Site;
import dev.phase.plan.Source;
import dev.phase.schema.EnumType;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Sequence;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.yaml.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a version looks like to its applications.
 *
 * @param version its name
 * @param views the names of other relations that can be read
 * @param hasRawSql whether a change has run SQL of which nobody knows here what it did
 */
public record VersionModel(
    String version,
    List<Table> tables,
    Set<Identifier> views,
    Map<Identifier, Sequence> sequences,
    Map<Identifier, EnumType> enums,
    boolean hasRawSql) {

  /** The file beside the directory of change files that holds the snapshot. */
  public static final String SNAPSHOT = "schema.json";

  public VersionModel {
    requireNonNull(version, "version is null");
    tables = List.copyOf(tables);
    views = Set.copyOf(views);
    sequences = Map.copyOf(sequences);
    enums = Map.copyOf(enums);
  }

  /**
   * The version that the change files in a directory lead to. The snapshot that they start from is
   * {@code schema.json} beside the directory; without it, the schema was empty before them.
   */
  public static VersionModel read(Path changes, Identifier baseSchema) {
    Path snapshot = changes.toAbsolutePath().resolveSibling(SNAPSHOT);
    try {
      return of(
          Files.exists(snapshot) ? Snapshot.parse(Files.readString(snapshot)) : Snapshot.empty(),
          baseSchema,
          ChangeReader.read(changes, baseSchema).changes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The version that these changes lead to, all of them.
   *
   * @param changes in their order; those that the snapshot already has are left out
   * @throws SchemaException where they do not fit the snapshot
   */
  public static VersionModel of(Snapshot snapshot, Identifier baseSchema, List<Change> changes) {
    FreeObjects free = new FreeObjects(snapshot);
    OfflineCatalog catalog = new OfflineCatalog(snapshot, free);
    Schema schema = new Schema(baseSchema, catalog, Map.of(), Map.of());
    boolean rawSql = false;
    long position = 0;
    List<Change> pending = after(snapshot, changes);
    for (Change change : pending) {
      for (Operation operation : change.operations()) {
        Source source = new Source(change.id(), Yaml.kind(Operation.class, operation));
        Effect effect = plan(operation, schema, new Site(++position, source, true));
        schema = effect.after();
        effect.needs().forEach(free::learn);
        rawSql |= effect.needs().stream().anyMatch(RawSql.class::isInstance);
      }
    }
    String version =
        pending.isEmpty() ? snapshot.version() : pending.get(pending.size() - 1).id();
    return new VersionModel(
        version,
        tables(schema, catalog),
        Set.copyOf(snapshot.views()),
        free.sequences(),
        free.enums(),
        rawSql);
  }

  private static Effect plan(Operation operation, Schema before, Site site) {
    try {
      return operation.plan(before, site);
    } catch (SchemaException e) {
      throw new SchemaException(
          "%s: %s".formatted(site.source(), e.problem()),
          "%s If an `sql` operation has made what is missing, take a new snapshot."
              .formatted(e.remedy()));
    }
  }

  private static List<Change> after(Snapshot snapshot, List<Change> changes) {
    if (snapshot.version().equals(Snapshot.BASELINE)) {
      return changes;
    }
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i).id().equals(snapshot.version())) {
        return changes.subList(i + 1, changes.size());
      }
    }
    throw new SchemaException(
        "The snapshot is of version %s, which these change files do not have."
            .formatted(snapshot.version()),
        "Put the file back, or take the snapshot of an older version.");
  }

  private static List<Table> tables(Schema schema, OfflineCatalog catalog) {
    Set<Identifier> names = new LinkedHashSet<>(catalog.tables());
    names.addAll(schema.touched().keySet());
    return names.stream().sorted().map(schema::find).flatMap(Optional::stream).toList();
  }

  public Optional<Table> table(Identifier name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  /** Whether something can be read under this name of which nothing more is known. */
  public boolean isView(Identifier name) {
    return views.contains(name);
  }
}
