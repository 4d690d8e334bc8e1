package dev.phase.operation;

import dev.phase.schema.Schema;

/** One entry of a change. */
public sealed interface Operation
    permits AddColumn,
        AddConstraint,
        AddEnumValue,
        AlterColumn,
        AlterSequence,
        ChangePrimaryKey,
        CreateEnum,
        CreateExtension,
        CreateIndex,
        CreateSequence,
        CreateTable,
        DropColumn,
        DropConstraint,
        DropEnum,
        DropEnumValue,
        DropIndex,
        DropTable,
        MergeColumns,
        RenameColumn,
        RenameConstraint,
        RenameEnumValue,
        RenameIndex,
        RenameTable,
        SetComment,
        SetReplicaIdentity,
        SplitColumn,
        SqlOperation {

  /**
   * What this operation makes of the schema, and what it needs for that. Asks the catalog, changes
   * nothing.
   *
   * @throws dev.phase.schema.SchemaException where the schema does not allow it
   */
  Effect plan(Schema before, Site site);
}
