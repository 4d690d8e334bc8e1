package dev.phase.model;

import dev.phase.need.ChangedSequence;
import dev.phase.need.Need;
import dev.phase.need.NewEnum;
import dev.phase.need.NewEnumValue;
import dev.phase.need.NewSequence;
import dev.phase.need.NewTable;
import dev.phase.need.RemovedEnum;
import dev.phase.need.RenamedEnumValue;
import dev.phase.need.ReplacedEnum;
import dev.phase.schema.Catalog;
import dev.phase.schema.Column;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.EnumChange;
import dev.phase.schema.EnumType;
import dev.phase.schema.Extension;
import dev.phase.schema.Generation;
import dev.phase.schema.HeldEnum;
import dev.phase.schema.IdentityKind;
import dev.phase.schema.IndexDefinition;
import dev.phase.schema.Reference;
import dev.phase.schema.ReplicaIdentity;
import dev.phase.schema.Retyping;
import dev.phase.schema.Sequence;
import dev.phase.schema.SequenceOptions;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.schema.TypeUse;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import dev.phase.sql.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers from a snapshot. What only a server can judge (expressions, obstacles) it lets pass: here
 * the question is what a version looks like, not whether it can be made.
 */
final class OfflineCatalog implements Catalog {

  /** What PostgreSQL gives to a sequence that says nothing. */
  private static final SequenceOptions DEFAULTS =
      new SequenceOptions(
          Optional.of(SequenceOptions.Type.BIGINT),
          Optional.of(1L),
          Optional.of(1L),
          Optional.of(1L),
          Optional.of(Long.MAX_VALUE),
          Optional.of(1L),
          Optional.of(false));

  private static final SqlType NO_COLUMN = new SqlType("anyenum");

  private final Map<Identifier, Table> tables;
  private final Map<Identifier, Sequence> sequences;
  private final Map<Identifier, EnumType> enums;

  OfflineCatalog(Snapshot snapshot) {
    this.tables = byName(snapshot.tables(), Table::name);
    this.sequences = byName(snapshot.sequences(), Sequence::name);
    this.enums = byName(snapshot.enums(), EnumType::name);
  }

  private static <T> Map<Identifier, T> byName(List<T> list, Function<T, Identifier> name) {
    return list.stream()
        .collect(Collectors.toMap(name, Function.identity(), (a, b) -> a, TreeMap::new));
  }

  List<Identifier> tables() {
    return List.copyOf(tables.keySet());
  }

  Map<Identifier, Sequence> sequences() {
    return Map.copyOf(sequences);
  }

  Map<Identifier, EnumType> enums() {
    return Map.copyOf(enums);
  }

  /** Remembers what an operation makes that no table owns. */
  void learn(Need need) {
    if (need instanceof NewSequence made) {
      put(new Sequence(made.name(), made.options().orElse(DEFAULTS), false));
    } else if (need instanceof NewTable made) {
      made.created().columns().stream()
          .filter(column -> column.kind() == Column.Kind.IDENTITY)
          .map(column -> made.created().name() + "_" + column.name() + "_seq")
          .filter(name -> !Identifier.isTooLong(name))
          .forEach(name -> put(new Sequence(Identifier.of(name), DEFAULTS, true)));
    } else if (need instanceof ChangedSequence changed) {
      sequence(changed.name())
          .map(s -> new Sequence(s.name(), changed.wanted().orElse(s.options()), s.identity()))
          .ifPresent(this::put);
    } else if (need instanceof NewEnum made) {
      enums.put(made.name(), new EnumType(made.name(), made.values()));
    } else if (need instanceof NewEnumValue made) {
      enumType(made.name())
          .map(type -> Stream.concat(type.values().stream(), Stream.of(made.value())).toList())
          .ifPresent(values -> enums.put(made.name(), new EnumType(made.name(), values)));
    } else if (need instanceof ReplacedEnum made) {
      enums.put(made.name(), new EnumType(made.name(), made.values()));
    } else if (need instanceof RenamedEnumValue renamed) {
      enumType(renamed.name())
          .map(
              type ->
                  type.values().stream()
                      .map(value -> value.equals(renamed.from()) ? renamed.to() : value)
                      .toList())
          .ifPresent(values -> enums.put(renamed.name(), new EnumType(renamed.name(), values)));
    } else if (need instanceof RemovedEnum removed) {
      enums.remove(removed.name());
    }
  }

  private void put(Sequence sequence) {
    sequences.put(sequence.name(), sequence);
  }

  @Override
  public Optional<Table> table(Identifier physical) {
    return Optional.ofNullable(tables.get(physical));
  }

  /** Which kind of identity, and how it counts, does not show in what a version looks like. */
  @Override
  public Generation generation(Identifier table, Identifier column) {
    return new Generation(
        table(table)
            .flatMap(t -> t.find(column))
            .filter(c -> c.kind() == Column.Kind.IDENTITY)
            .map(c -> IdentityKind.BY_DEFAULT),
        Optional.empty(),
        false,
        false);
  }

  /** Either way the version looks the same. */
  @Override
  public Retyping retyping(Identifier table, Column from, Column to) {
    return new Retyping(Optional.empty(), List.of());
  }

  @Override
  public Optional<Identifier> tableOfIndex(Identifier index) {
    return tables.values().stream()
        .filter(table -> isIndex(table, index))
        .map(Table::name)
        .findFirst();
  }

  private static boolean isIndex(Table table, Identifier name) {
    return table.findIndex(name).isPresent() || table.findConstraint(name).isPresent();
  }

  @Override
  public boolean isTaken(Identifier relation) {
    return tables.containsKey(relation)
        || sequences.containsKey(relation)
        || tableOfIndex(relation).isPresent();
  }

  @Override
  public boolean addsInstantly(SqlType type, SqlExpression defaultExpression) {
    return true;
  }

  @Override
  public IndexDefinition rename(
      IndexDefinition index, List<Column> columns, Map<Identifier, Identifier> renames) {
    return index;
  }

  @Override
  public SqlExpression rename(
      SqlExpression check, List<Column> columns, Map<Identifier, Identifier> renames) {
    return check;
  }

  @Override
  public IndexDefinition rename(
      IndexDefinition index,
      List<Column> columns,
      Map<Identifier, Identifier> renames,
      EnumChange change) {
    return index;
  }

  @Override
  public SqlExpression rename(
      SqlExpression check,
      List<Column> columns,
      Map<Identifier, Identifier> renames,
      EnumChange change) {
    return check;
  }

  @Override
  public Optional<String> constant(SqlExpression expression) {
    return Optional.empty();
  }

  @Override
  public SqlType canonical(SqlType type) {
    return TypeName.of(type).canonical();
  }

  @Override
  public boolean isVolatile(SqlExpression expression) {
    return false;
  }

  @Override
  public void tryOut(Sql statement, String remedy) {}

  @Override
  public List<QualifiedName> requireRemakable(
      TableKey table, Identifier original, Column instead) {
    return List.of();
  }

  @Override
  public int columnNumbers(Identifier physical) {
    return 0;
  }

  @Override
  public void assume(Sql statement) {}

  @Override
  public List<Reference> references(Identifier physical) {
    return tables.values().stream()
        .flatMap(
            table ->
                table.constraints().stream()
                    .filter(
                        c ->
                            c.definition() instanceof ConstraintDefinition.ForeignKey key
                                && key.references().value().equals(physical.value()))
                    .map(c -> new Reference(Optional.empty(), table.name(), c.physical())))
        .toList();
  }

  @Override
  public ReplicaIdentity replicaIdentity(Identifier physical) {
    return ReplicaIdentity.OF_NEW_TABLES;
  }

  /** Columns keep the name of their enum whatever becomes of its values, so none need be found. */
  @Override
  public Optional<HeldEnum> enumType(Identifier name) {
    return Optional.ofNullable(enums.get(name))
        .map(
            type ->
                new HeldEnum(
                    name, name, NO_COLUMN, NO_COLUMN, type.values(), Optional.empty(), false));
  }

  @Override
  public List<TypeUse> usesOfType(Identifier name) {
    return List.of();
  }

  @Override
  public Optional<Extension> extension(Identifier name) {
    return Optional.empty();
  }

  @Override
  public Optional<Sequence> sequence(Identifier name) {
    return Optional.ofNullable(sequences.get(name));
  }
}
