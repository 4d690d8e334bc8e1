package dev.phase.change;

import dev.phase.problem.Problems;
import dev.phase.yaml.Bound;
import dev.phase.yaml.Yaml;
import java.util.List;
import java.util.Optional;

/** A change with one of every operation, and how to read a change from a text. */
final class Samples {

  static final String OPERATIONS =
      """
      operations:
        - create_table:
            name: orders
            columns:
              - { name: id, type: bigint, identity: always, primary_key: true }
              - { name: note, type: text, nullable: true, default: 0, collation: '"C"', comment: hi }
              - name: customer
                type: bigint
                references: { table: customers, column: id, on_delete: set_null, deferrable: initially_deferred }
            constraints:
              - { name: note_set, check: "note <> ''" }
              - { name: once, unique: [ customer, note ], nulls_not_distinct: true }
            comment: What was bought
        - rename_table: { from: a, to: b }
        - drop_table: { name: c }
        - add_column:
            table: t
            column: { name: c, type: text, nullable: false, default: "'x'", check: "c <> ''", unique: true }
            up: "'y'"
        - rename_column: { table: t, from: a, to: b }
        - drop_column: { table: t, column: c, down: 1 }
        - alter_column: { table: t, column: c, type: "numeric(10,2)", nullable: false, default: null, up: c * 2 }
        - create_index:
            table: t
            name: i
            columns: [ a, { expression: lower(b), order: desc, nulls: last, operator_class: text_ops } ]
            unique: true
            method: btree
            include: [ c ]
            where: a > 1
            with: { fillfactor: 70 }
        - drop_index: { name: i }
        - add_constraint: { table: t, name: n, check: a > 0, up: { a: 1 }, down: { a: a } }
        - add_constraint:
            table: t
            name: fk
            foreign_key: { columns: [ a ], references: { table: r, columns: [ id ] }, on_delete: cascade }
        - drop_constraint: { table: t, name: n }
        - sql: { expand: "SELECT 1", contract: "SELECT 2", undo: "", transaction: false }
        - rename_constraint: { table: t, from: m, to: n }
        - rename_index: { from: i, to: j }
        - set_comment: { table: t, column: c, comment: what it is for }
        - create_sequence: { name: s, type: integer, start: 7, increment: -2, min: 1, max: 9, cache: 3, cycle: true, owned_by: { table: t, column: c } }
        - alter_sequence: { name: s, type: bigint, max: 9223372036854775807 }
        - create_extension: { name: citext, schema: extensions, version: 1.6 }
        - create_enum: { name: mood, values: [ sad, happy ] }
        - drop_enum: { name: mood }
        - add_enum_value: { enum: mood, value: ok, before: happy }
        - set_replica_identity: { table: t, identity: full }
        - set_replica_identity: { table: t, identity: { index: i } }
        - split_column:
            table: t
            column: c
            into: { b: { type: text, up: c, nullable: false }, a: { type: int, up: 1, unique: true, comment: one } }
            down: a || b
        - merge_columns: { table: t, columns: [ a, b ], into: { name: c, type: text, up: a || b }, down: { a: c, b: null } }
        - rename_enum_value: { enum: mood, from: ok, to: fine }
        - drop_enum_value: { enum: mood, map: { sad: ok } }
        - change_primary_key: { table: t, columns: { a: bigint } }
        - change_primary_key: { table: t, columns: [ a, b ] }
      """;

  private Samples() {}

  static Change read(String text) {
    Problems problems = new Problems();
    return Yaml.parse("0007.yaml", text, problems)
        .flatMap(node -> Yaml.bind(node, ChangeBody.class, problems))
        .map(Bound::value)
        .orElseThrow(() -> new AssertionError(problems))
        .named("0007");
  }

  static Change change() {
    return read(OPERATIONS);
  }

  /** The change with one operation each. */
  static List<Change> each() {
    return change().operations().stream()
        .map(o -> new Change("0007", Optional.empty(), List.of(o)))
        .toList();
  }
}
