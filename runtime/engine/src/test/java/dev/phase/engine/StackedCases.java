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
            """),
        of(
            "replace a check and a key",
            """
            - drop_constraint: { table: customers, name: size_check }
            - add_constraint: { table: customers, name: size_check, check: "\\"Größe\\" > -5" }
            - drop_constraint: { table: order, name: order_customer_id_fkey }
            - add_constraint: { table: order, name: order_customer_id_fkey, foreign_key: { columns: [customer_id], references: { table: customers, columns: [id] } } }
            """,
            """
            ALTER TABLE {s}.customers DROP CONSTRAINT size_check;
            ALTER TABLE {s}.customers ADD CONSTRAINT size_check CHECK ("Größe" > -5);
            ALTER TABLE {s}."order" DROP CONSTRAINT order_customer_id_fkey;
            ALTER TABLE {s}."order" ADD CONSTRAINT order_customer_id_fkey
              FOREIGN KEY (customer_id) REFERENCES {s}.customers (id)
            """),
        of(
            "drop what the version has just made",
            """
            - alter_column: { table: order, column: amount, type: bigint, default: 0, up: "round(amount)", down: amount }
            - drop_index: { name: order_amount }
            - drop_constraint: { table: order, name: order_amount_check }
            - create_index: { table: customers, name: by_name, columns: [name] }
            - drop_index: { name: by_name }
            - create_index: { table: customers, name: by_name, columns: [name, id] }
            - add_constraint: { table: customers, name: named, check: "name <> ''" }
            - drop_constraint: { table: customers, name: named }
            - add_constraint: { table: customers, name: named, check: "name <> '?'" }
            """,
            """
            DROP INDEX {s}.order_amount;
            ALTER TABLE {s}."order" DROP CONSTRAINT order_amount_check;
            ALTER TABLE {s}."order" ALTER amount TYPE bigint USING round(amount);
            CREATE INDEX by_name ON {s}.customers (name, id);
            ALTER TABLE {s}.customers ADD CONSTRAINT named CHECK (name <> '?')
            """),
        of(
            "a new table under the name of one that was renamed",
            """
            - rename_table: { from: order, to: sale }
            - create_table: { name: order, columns: [ { name: id, type: bigint, primary_key: true } ] }
            """,
            """
            ALTER TABLE {s}."order" RENAME TO sale;
            CREATE TABLE {s}."order" (id bigint PRIMARY KEY)
            """),
        of(
            "names that come and go",
            """
            - create_table: { name: k, columns: [ { name: id, type: bigint, primary_key: true } ] }
            - rename_table: { from: k, to: l }
            - create_table: { name: k, columns: [ { name: id, type: integer, primary_key: true } ] }
            - drop_table: { name: l }
            - create_table: { name: l, columns: [ { name: id, type: smallint } ] }
            """,
            """
            CREATE TABLE {s}.k (id integer CONSTRAINT k_pkey1 PRIMARY KEY);
            CREATE TABLE {s}.l (id smallint)
            """),
        of(
            "mend three columns of one index",
            """
            - create_index: { table: customers, name: three, columns: [name, email, "Größe"] }
            - add_constraint:
                table: customers
                name: whole
                check: "name <> '' AND email <> '' AND \\"Größe\\" >= 0"
                up: { name: "coalesce(name, '?')", email: "email", Größe: "\\"Größe\\"" }
                down: { name: "name", email: "email", Größe: "\\"Größe\\"" }
            """,
            """
            CREATE INDEX three ON {s}.customers (name, email, "Größe");
            ALTER TABLE {s}.customers
              ADD CONSTRAINT whole CHECK (name <> '' AND email <> '' AND "Größe" >= 0)
            """),
        of(
            "alter a column that has the name of a type in an index",
            """
            - rename_column: { table: order, from: "select", to: text }
            - create_index: { table: order, name: as_text, columns: [ { expression: "customer_id::text" } ] }
            - alter_column: { table: order, column: text, type: varchar, default: "'new'", up: text, down: text }
            """,
            """
            ALTER TABLE {s}."order" RENAME "select" TO text;
            CREATE INDEX as_text ON {s}."order" ((customer_id::text));
            ALTER TABLE {s}."order" ALTER text TYPE varchar, ALTER text SET DEFAULT 'new'
            """));
  }

  private static String[] of(String name, String operations, String plain) {
    return new String[] {name, "operations:\n" + operations, plain};
  }
}
