package dev.phase.engine;

import java.util.stream.Stream;

/** Every way that {@code alter_column} takes. */
final class AlterColumnCases {

  private AlterColumnCases() {}

  /** Name, change, plain DDL, and what rollback leaves where that is not what was there before. */
  static Stream<String[]> all() {
    return Stream.concat(shadows(), inPlace());
  }

  private static Stream<String[]> shadows() {
    return Stream.of(
        of(
            "alter_column type",
            """
            - alter_column:
                table: order
                column: amount
                type: bigint
                default: 0
                up: "round(amount * 100)"
                down: "amount / 100.0"
            """,
            """
            ALTER TABLE {s}."order" ALTER amount TYPE bigint USING round(amount * 100)
            """),
        of(
            "alter_column not null",
            "- alter_column: { table: customers, column: name, nullable: false, up: \"coalesce(name, '?')\" }",
            """
            UPDATE {s}.customers SET name = coalesce(name, '?');
            ALTER TABLE {s}.customers ALTER name SET NOT NULL
            """),
        of(
            "alter_column nullable",
            "- alter_column: { table: customers, column: email, nullable: true, down: \"coalesce(email, '?')\" }",
            "ALTER TABLE {s}.customers ALTER email DROP NOT NULL"),
        of(
            "alter_column default",
            "- alter_column: { table: order, column: select, default: \"'open'\" }",
            "ALTER TABLE {s}.\"order\" ALTER \"select\" SET DEFAULT 'open'"),
        of(
            "alter_column without default",
            "- alter_column: { table: order, column: select, default: null }",
            "ALTER TABLE {s}.\"order\" ALTER \"select\" DROP DEFAULT"),
        of(
            "alter_column type without default",
            "- alter_column: { table: order, column: amount, type: \"numeric(20,3)\", default: null }",
            "ALTER TABLE {s}.\"order\" ALTER amount TYPE numeric(20,3), ALTER amount DROP DEFAULT"),
        of(
            "alter a column that refers",
            "- alter_column: { table: order, column: customer_id, up: customer_id, down: customer_id }",
            """
            ALTER TABLE {s}."order" DROP CONSTRAINT order_customer_id_fkey;
            ALTER TABLE {s}."order" ADD CONSTRAINT order_customer_id_fkey
              FOREIGN KEY (customer_id) REFERENCES {s}.customers (id) ON DELETE CASCADE
            """),
        of(
            "alter_column with another collation",
            "- alter_column: { table: customers, column: email, collation: '\"C\"' }",
            "ALTER TABLE {s}.customers ALTER email TYPE text COLLATE \"C\""),
        of(
            "alter_column to a type that loses the collation",
            """
            - alter_column: { table: customers, column: name, collation: '"C"' }
            - alter_column: { table: customers, column: name, type: text }
            """,
            "ALTER TABLE {s}.customers ALTER name TYPE text"),
        of(
            "alter_column to a wider type that a check stands on",
            "- alter_column: { table: order, column: amount, type: \"numeric(12,2)\", default: 0 }",
            "ALTER TABLE {s}.\"order\" ALTER amount TYPE numeric(12,2)"),
        of(
            "alter_column to a wider type that an index expression stands on",
            "- alter_column: { table: customers, column: email, type: varchar }",
            "ALTER TABLE {s}.customers ALTER email TYPE varchar"),
        of(
            "alter_column to a type that needs a rewrite, NOT NULL for all versions",
            """
            - sql: { expand: "UPDATE {s}.customers SET name = '?' WHERE name IS NULL", undo: "UPDATE {s}.customers SET name = NULL WHERE name = '?'" }
            - alter_column: { table: customers, column: name, type: varchar(20), nullable: false }
            """,
            """
            UPDATE {s}.customers SET name = '?' WHERE name IS NULL;
            ALTER TABLE {s}.customers ALTER name TYPE varchar(20), ALTER name SET NOT NULL
            """));
  }

  private static Stream<String[]> inPlace() {
    return Stream.of(
        left(
            "alter_column to a wider type in place",
            "- alter_column: { table: customers, column: name, type: text }",
            "ALTER TABLE {s}.customers ALTER name TYPE text",
            "ALTER TABLE {s}.customers ALTER name TYPE text"),
        left(
            "alter_column to a wider type twice, and a rename",
            """
            - alter_column: { table: customers, column: name, type: varchar(80) }
            - rename_column: { table: customers, from: name, to: "Full Name" }
            - rename_table: { from: customers, to: clients }
            - alter_column: { table: clients, column: Full Name, type: text, default: "'nobody'", comment: as on the bill }
            - rename_table: { from: clients, to: customers }
            """,
            """
            ALTER TABLE {s}.customers ALTER name TYPE text, ALTER name SET DEFAULT 'nobody';
            COMMENT ON COLUMN {s}.customers.name IS 'as on the bill';
            ALTER TABLE {s}.customers RENAME name TO "Full Name"
            """,
            "ALTER TABLE {s}.customers ALTER name TYPE text"),
        left(
            "alter_column to a wider type in place, then another one by a shadow",
            """
            - alter_column: { table: order, column: "select", type: varchar }
            - alter_column: { table: order, column: "select", type: integer, default: 0, up: "length(\\"select\\")", down: "repeat('x', \\"select\\")" }
            """,
            """
            ALTER TABLE {s}."order" ALTER "select" DROP DEFAULT;
            ALTER TABLE {s}."order" ALTER "select" TYPE integer USING length("select");
            ALTER TABLE {s}."order" ALTER "select" SET DEFAULT 0
            """,
            "ALTER TABLE {s}.\"order\" ALTER \"select\" TYPE varchar"),
        left(
            "alter_column to a wider type, of a column with keys on both sides",
            """
            - sql:
                expand: "ALTER TABLE {s}.customers ADD CONSTRAINT by_name UNIQUE (name); ALTER TABLE {s}.customers ADD CONSTRAINT friend FOREIGN KEY (name) REFERENCES {s}.customers (name)"
                undo: "ALTER TABLE {s}.customers DROP CONSTRAINT friend; ALTER TABLE {s}.customers DROP CONSTRAINT by_name"
            - alter_column: { table: customers, column: name, type: text }
            """,
            """
            ALTER TABLE {s}.customers ADD CONSTRAINT by_name UNIQUE (name);
            ALTER TABLE {s}.customers ADD CONSTRAINT friend FOREIGN KEY (name) REFERENCES {s}.customers (name);
            ALTER TABLE {s}.customers ALTER name TYPE text
            """,
            "ALTER TABLE {s}.customers ALTER name TYPE text"),
        of(
            "alter_column not null for all versions",
            "- alter_column: { table: order, column: \"select\", nullable: false }",
            "ALTER TABLE {s}.\"order\" ALTER \"select\" SET NOT NULL"),
        of(
            "alter_column not null for all versions, after a rename",
            """
            - rename_column: { table: order, from: "select", to: state }
            - alter_column: { table: order, column: state, nullable: false, comment: "new or not", default: null }
            """,
            """
            ALTER TABLE {s}."order" RENAME "select" TO state;
            ALTER TABLE {s}."order" ALTER state SET NOT NULL, ALTER state DROP DEFAULT;
            COMMENT ON COLUMN {s}."order".state IS 'new or not'
            """),
        of(
            "alter_column comment",
            "- alter_column: { table: order, column: amount, comment: \"\" }",
            "COMMENT ON COLUMN {s}.\"order\".amount IS NULL"));
  }

  private static String[] of(String name, String operations, String plain) {
    return new String[] {name, "operations:\n" + operations, plain};
  }

  private static String[] left(String name, String operations, String plain, String left) {
    return new String[] {name, "operations:\n" + operations, plain, left};
  }
}
