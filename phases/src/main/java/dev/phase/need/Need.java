package dev.phase.need;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import java.util.List;
import java.util.Optional;

/** One thing that an operation needs done, and how to undo it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "need")
public sealed interface Need
    permits CarriedSequence,
        ChangedSequence,
        CommentChange,
        DefaultChange,
        DroppedExpression,
        IdentityChange,
        NewColumn,
        NewConstraint,
        NewEnum,
        NewEnumValue,
        NewExtension,
        NewIndex,
        NewSequence,
        NewTable,
        PutBack,
        RawSql,
        RemovedColumn,
        RemovedConstraint,
        RemovedEnum,
        RemovedIndex,
        RemovedTable,
        RenamedColumn,
        RenamedConstraint,
        RenamedEnumValue,
        RenamedIndex,
        RenamedTable,
        ReplacedEnum,
        ReplicaIdentityChange,
        RequiredColumn,
        RetypedColumn,
        SerialToIdentity,
        SetAside,
        SyncRule {

  /** The base table it belongs to; absent for what no table owns. */
  Optional<TableKey> table();

  /** What to run before anything is converted; together with the table's triggers. */
  default List<Statement> expand(Bases bases) {
    return List.of();
  }

  /** What to run after every row is converted, before the version is published. */
  default List<SqlStep> prove(Bases bases) {
    return List.of();
  }

  /**
   * What makes the new shape the base table's own; together with the table's triggers. Names of older
   * objects are those that they have by then: the logical ones of the version before.
   */
  default List<Statement> contract(Bases bases) {
    return List.of();
  }

  /** The part of the contract that runs before it, outside that transaction. */
  default List<SqlStep> beforeContract(Bases bases) {
    return List.of();
  }

  /** The part of the contract that runs after it, outside that transaction. */
  default List<SqlStep> afterContract(Bases bases) {
    return List.of();
  }

  /** What takes it away again; runs also where expand was cut off half-way. */
  default List<Statement> rollback(Bases bases) {
    return List.of();
  }

  /** The part of the rollback that runs before it, outside that transaction. */
  default List<SqlStep> beforeRollback(Bases bases) {
    return List.of();
  }

  /** The other tables that foreign keys point to which go with its contract. */
  default List<TableKey> released() {
    return List.of();
  }

  /** What its contract renames, in order. */
  default List<Rename> renames() {
    return List.of();
  }

  /** The same need after a contract below it has renamed things in its base table. */
  default Need after(Renaming renaming) {
    return this;
  }
}
