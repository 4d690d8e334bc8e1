package dev.phase.engine;

import java.util.stream.Stream;

/** Changes, each with the plain DDL that comes to the same. */
final class OperationCases {

  private OperationCases() {}

  /** Name, change, plain DDL. */
  static Stream<String[]> all() {
    return Stream.of(
        of(
            "create_table",
            """
            - create_table:
                name: "Line Item"
                comment: what was ordered
                columns:
                  - { name: id, type: bigint, identity: always, primary_key: true }
                  - { name: order_id, type: bigint, nullable: false, references: { table: order, column: id, on_delete: cascade } }
                  - { name: sku, type: varchar(20), nullable: false, unique: true, comment: as printed }
                  - { name: quantity, type: int, nullable: false, default: 1, check: "quantity > 0" }
                constraints:
                  - { name: one_per_order, unique: [order_id, sku] }
            """,
            """
            CREATE TABLE {s}."Line Item" (
              id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              order_id bigint NOT NULL REFERENCES {s}."order" (id) ON DELETE CASCADE,
              sku varchar(20) NOT NULL UNIQUE,
              quantity int NOT NULL DEFAULT 1 CHECK (quantity > 0),
              CONSTRAINT one_per_order UNIQUE (order_id, sku));
            COMMENT ON TABLE {s}."Line Item" IS 'what was ordered';
            COMMENT ON COLUMN {s}."Line Item".sku IS 'as printed'
            """),
        of(
            "rename_table",
            "- rename_table: { from: order, to: orders }",
            "ALTER TABLE {s}.\"order\" RENAME TO orders"),
        of("drop_table", "- drop_table: { name: order }", "DROP TABLE {s}.\"order\""),
        of(
            "drop and create a table of the same name",
            """
            - drop_table: { name: order }
            - create_table: { name: order, columns: [ { name: id, type: uuid, primary_key: true } ] }
            """,
            "DROP TABLE {s}.\"order\"; CREATE TABLE {s}.\"order\" (id uuid PRIMARY KEY)"),
        of(
            "add_column",
            "- add_column: { table: customers, column: { name: note, type: text } }",
            "ALTER TABLE {s}.customers ADD note text"),
        of(
            "add_column with a constant default",
            "- add_column: { table: customers, column: { name: vip, type: boolean, nullable: false, default: false } }",
            "ALTER TABLE {s}.customers ADD vip boolean NOT NULL DEFAULT false"),
        of(
            "add_column with a volatile default",
            "- add_column: { table: customers, column: { name: token, type: uuid, nullable: false, default: gen_random_uuid() } }",
            "ALTER TABLE {s}.customers ADD token uuid NOT NULL DEFAULT gen_random_uuid()"),
        of(
            "add_column computed",
            """
            - add_column:
                table: customers
                column: { name: domain, type: text, nullable: false, check: "domain <> ''" }
                up: "split_part(email, '@', 2)"
            """,
            """
            ALTER TABLE {s}.customers ADD domain text CHECK (domain <> '');
            UPDATE {s}.customers SET domain = split_part(email, '@', 2);
            ALTER TABLE {s}.customers ALTER domain SET NOT NULL
            """),
        of(
            "add_column with unique and references",
            """
            - add_column: { table: order, column: { name: number, type: text, nullable: false, unique: true }, up: "id::text" }
            - add_column: { table: order, column: { name: payer, type: bigint, references: { table: customers, column: id } }, up: customer_id }
            """,
            """
            ALTER TABLE {s}."order" ADD number text UNIQUE, ADD payer bigint REFERENCES {s}.customers (id);
            UPDATE {s}."order" SET number = id::text, payer = customer_id;
            ALTER TABLE {s}."order" ALTER number SET NOT NULL
            """),
        of(
            "rename_column",
            "- rename_column: { table: order, from: select, to: \"Status\" }",
            "ALTER TABLE {s}.\"order\" RENAME \"select\" TO \"Status\""),
        of(
            "drop_column",
            "- drop_column: { table: order, column: customer_id, down: \"1\" }",
            "ALTER TABLE {s}.\"order\" DROP customer_id"),
        of(
            "create_index",
            """
            - create_index:
                table: customers
                name: customers_name
                columns: [ { expression: "upper(name)", order: desc, nulls: last }, "Größe" ]
                include: [ email ]
                where: "name IS NOT NULL"
            """,
            """
            CREATE INDEX customers_name ON {s}.customers (upper(name) DESC NULLS LAST, "Größe")
              INCLUDE (email) WHERE name IS NOT NULL
            """),
        of("drop_index", "- drop_index: { name: order_amount }", "DROP INDEX {s}.order_amount"),
        of(
            "replace an index",
            """
            - drop_index: { name: order_amount }
            - create_index: { table: order, name: order_amount, columns: [ amount, id ] }
            """,
            "DROP INDEX {s}.order_amount; CREATE INDEX order_amount ON {s}.\"order\" (amount, id)"),
        of(
            "add_constraint",
            """
            - add_constraint: { table: order, name: small, check: "amount < 1000000" }
            - add_constraint: { table: customers, name: by_size, unique: ["Größe", id] }
            - add_constraint: { table: order, name: again, foreign_key: { columns: [customer_id], references: { table: customers, columns: [id] }, on_delete: restrict } }
            """,
            """
            ALTER TABLE {s}."order" ADD CONSTRAINT small CHECK (amount < 1000000);
            ALTER TABLE {s}.customers ADD CONSTRAINT by_size UNIQUE ("Größe", id);
            ALTER TABLE {s}."order" ADD CONSTRAINT again
              FOREIGN KEY (customer_id) REFERENCES {s}.customers (id) ON DELETE RESTRICT
            """),
        of(
            "add_constraint that mends rows",
            """
            - add_constraint:
                table: customers
                name: named
                check: "name <> ''"
                up: { name: "coalesce(name, 'nobody')" }
                down: { name: name }
            """,
            "ALTER TABLE {s}.customers ADD CONSTRAINT named CHECK (name <> '')"),
        of(
            "drop_constraint",
            "- drop_constraint: { table: customers, name: size_check }",
            "ALTER TABLE {s}.customers DROP CONSTRAINT size_check"),
        of(
            "sql",
            """
            - sql:
                expand: "CREATE FUNCTION {s}.twice(n int) RETURNS int LANGUAGE sql IMMUTABLE RETURN n * 2"
                undo: "DROP FUNCTION {s}.twice"
            - sql: { expand: "COMMENT ON COLUMN {s}.customers.email IS 'login'", undo: "COMMENT ON COLUMN {s}.customers.email IS NULL", contract: "DROP FUNCTION {s}.twice" }
            """,
            "COMMENT ON COLUMN {s}.customers.email IS 'login'"),
        of(
            "many operations on one table and column",
            """
            - rename_table: { from: order, to: sale }
            - rename_column: { table: sale, from: amount, to: price }
            - alter_column: { table: sale, column: price, type: "numeric(12,3)", default: 0, up: price, down: price }
            - alter_column: { table: sale, column: price, type: bigint, default: 0, up: "round(price * 100)", down: "price / 100.0" }
            - add_column: { table: sale, column: { name: big, type: boolean, nullable: false }, up: "price > 5000" }
            - create_index: { table: sale, name: sale_big, columns: [ big, price ] }
            - drop_column: { table: sale, column: select, down: "'gone'" }
            """,
            """
            ALTER TABLE {s}."order" RENAME TO sale;
            ALTER TABLE {s}.sale RENAME amount TO price;
            ALTER TABLE {s}.sale ALTER price TYPE bigint USING round(price * 100);
            ALTER TABLE {s}.sale ADD big boolean NOT NULL DEFAULT false;
            ALTER TABLE {s}.sale ALTER big DROP DEFAULT, DROP "select";
            CREATE INDEX sale_big ON {s}.sale (big, price)
            """));
  }

  private static String[] of(String name, String operations, String plain) {
    return new String[] {name, "operations:\n" + operations, plain};
  }
}
