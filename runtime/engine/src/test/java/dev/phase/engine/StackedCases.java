package dev.phase.engine;

import java.util.stream.Stream;

/** Operations that stand on each other, or in each other's way. */
final class StackedCases {

  private StackedCases() {}

  static Stream<String[]> all() {
    return Stream.of(
        of(
            "tables that point to each other",
            """
            - create_table: { name: k, columns: [ { name: id, type: bigint, primary_key: true }, { name: l, type: bigint } ] }
            - create_table: { name: l, columns: [ { name: id, type: bigint, primary_key: true }, { name: k, type: bigint, references: { table: k, column: id } } ] }
            - add_constraint: { table: k, name: k_l, foreign_key: { columns: [l], references: { table: l, columns: [id] } } }
            """,
            """
            CREATE TABLE {s}.k (id bigint PRIMARY KEY, l bigint);
            CREATE TABLE {s}.l (id bigint PRIMARY KEY, k bigint REFERENCES {s}.k (id));
            ALTER TABLE {s}.k ADD CONSTRAINT k_l FOREIGN KEY (l) REFERENCES {s}.l (id)
            """),
        of(
            "a key to a column that is new",
            """
            - add_column: { table: customers, column: { name: code, type: text, unique: true }, up: "'c' || id" }
            - alter_column: { table: customers, column: code, nullable: false, up: "coalesce(code, 'none')" }
            - add_column: { table: order, column: { name: code, type: text }, up: "'c' || customer_id" }
            - add_constraint: { table: order, name: by_code, foreign_key: { columns: [code], references: { table: customers, columns: [code] } } }
            """,
            """
            ALTER TABLE {s}.customers ADD code text CONSTRAINT customers_code_key UNIQUE;
            UPDATE {s}.customers SET code = 'c' || id;
            ALTER TABLE {s}.customers ALTER code SET NOT NULL;
            ALTER TABLE {s}."order" ADD code text CONSTRAINT by_code REFERENCES {s}.customers (code)
            """),
        of(
            "sql between operations",
            """
            - create_table: { name: k, columns: [ { name: id, type: bigint, primary_key: true } ] }
            - sql: { expand: "CREATE VIEW {s}.kv AS SELECT id FROM {s}.k", undo: "DROP VIEW {s}.kv" }
            - create_index: { table: customers, name: customers_name, columns: [name] }
            """,
            """
            CREATE TABLE {s}.k (id bigint PRIMARY KEY);
            CREATE VIEW {s}.kv AS SELECT id FROM {s}.k;
            CREATE INDEX customers_name ON {s}.customers (name)
            """),
        of(
            "tables that swap their names",
            """
            - create_table: { name: other, columns: [ { name: id, type: bigint } ] }
            - alter_column: { table: order, column: amount, type: bigint, default: 0, up: "round(amount)", down: amount }
            - rename_table: { from: order, to: between }
            - rename_table: { from: other, to: order }
            - rename_table: { from: between, to: other }
            """,
            """
            CREATE TABLE {s}.between (id bigint);
            ALTER TABLE {s}."order" ALTER amount TYPE bigint USING round(amount);
            ALTER TABLE {s}."order" RENAME TO other;
            ALTER TABLE {s}.between RENAME TO "order"
            """),
        of(
            "a table that takes the name of a later one",
            """
            - create_table: { name: early, columns: [ { name: id, type: bigint } ] }
            - rename_table: { from: order, to: late }
            - rename_table: { from: early, to: order }
            """,
            """
            ALTER TABLE {s}."order" RENAME TO late;
            CREATE TABLE {s}."order" (id bigint)
            """));
  }

  private static String[] of(String name, String operations, String plain) {
    return new String[] {name, "operations:\n" + operations, plain};
  }
}
