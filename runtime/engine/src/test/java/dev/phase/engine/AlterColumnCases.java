package dev.phase.engine;

import java.util.stream.Stream;

/** Every way that {@code alter_column} takes. */
final class AlterColumnCases {

  private AlterColumnCases() {}

  /** Name, change, plain DDL, and what rollback leaves where that is not what was there before. */
  static Stream<String[]> all() {
    return Stream.of(shadows(), inPlace(), sources()).flatMap(cases -> cases);
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
            "- alter_column: { table: order, column: amount, type: \"numeric(12,2)\" }",
            "ALTER TABLE {s}.\"order\" ALTER amount TYPE numeric(12,2)"),
        of(
            "alter_column to another type, with its default",
            "- alter_column: { table: order, column: \"select\", type: varchar(9) }",
            "ALTER TABLE {s}.\"order\" ALTER \"select\" TYPE varchar(9)"),
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

  /** Where values come from. */
  private static Stream<String[]> sources() {
    return Stream.of(
        of(
            "alter_column from serial to identity",
            "- alter_column: { table: Ticket, column: Id, identity: by_default }",
            """
            ALTER TABLE {s}."Ticket" ALTER "Id" DROP DEFAULT;
            DROP SEQUENCE {s}."Ticket_Id_seq";
            ALTER TABLE {s}."Ticket" ALTER "Id" ADD GENERATED BY DEFAULT AS IDENTITY;
            SELECT setval('{s}."Ticket_Id_seq"', 5)
            """),
        of(
            "alter_column from serial to identity, after renames",
            """
            - rename_table: { from: Ticket, to: ticket }
            - rename_column: { table: ticket, from: Id, to: id }
            - alter_column: { table: ticket, column: id, identity: always, comment: "counted" }
            """,
            """
            ALTER TABLE {s}."Ticket" ALTER "Id" DROP DEFAULT;
            DROP SEQUENCE {s}."Ticket_Id_seq";
            ALTER TABLE {s}."Ticket" ALTER "Id" ADD GENERATED ALWAYS AS IDENTITY;
            SELECT setval('{s}."Ticket_Id_seq"', 5);
            ALTER TABLE {s}."Ticket" RENAME "Id" TO id;
            ALTER TABLE {s}."Ticket" RENAME TO ticket;
            COMMENT ON COLUMN {s}.ticket.id IS 'counted'
            """),
        of(
            "alter_column to identity",
            "- alter_column: { table: Ticket, column: number, identity: always }",
            """
            ALTER TABLE {s}."Ticket" ALTER number ADD GENERATED ALWAYS AS IDENTITY;
            SELECT setval('{s}."Ticket_number_seq"', 50)
            """),
        of(
            "alter_column to another kind of identity",
            """
            - alter_column: { table: customers, column: id, identity: by_default }
            - alter_column: { table: order, column: id, identity: always }
            """,
            "ALTER TABLE {s}.customers ALTER id SET GENERATED BY DEFAULT"),
        of(
            "alter_column from identity to a default",
            "- alter_column: { table: order, column: id, identity: none, default: \"(random() * 1e15)::bigint\" }",
            """
            ALTER TABLE {s}."order" ALTER id DROP IDENTITY;
            ALTER TABLE {s}."order" ALTER id SET DEFAULT (random() * 1e15)::bigint
            """),
        of(
            "alter_column from generated to plain at contract",
            "- alter_column: { table: Ticket, column: loud, generated: none, comment: was computed }",
            """
            ALTER TABLE {s}."Ticket" ALTER loud DROP EXPRESSION;
            COMMENT ON COLUMN {s}."Ticket".loud IS 'was computed'
            """),
        of(
            "alter_column from generated to plain at once",
            "- alter_column: { table: Ticket, column: loud, generated: none, up: upper(title), type: varchar, default: \"'LOUD'\" }",
            """
            ALTER TABLE {s}."Ticket" ALTER loud DROP EXPRESSION;
            ALTER TABLE {s}."Ticket" ALTER loud TYPE varchar, ALTER loud SET DEFAULT 'LOUD'
            """),
        of(
            "create_table with a generated column",
            """
            - create_table:
                name: boxes
                columns:
                  - { name: a, type: int, nullable: false }
                  - { name: b, type: int, nullable: false }
                  - { name: area, type: bigint, nullable: false, generated: "a * b" }
            """,
            """
            CREATE TABLE {s}.boxes (a int NOT NULL, b int NOT NULL,
              area bigint NOT NULL GENERATED ALWAYS AS (a * b) STORED)
            """));
  }

  private static String[] of(String name, String operations, String plain) {
    return new String[] {name, "operations:\n" + operations, plain};
  }

  private static String[] left(String name, String operations, String plain, String left) {
    return new String[] {name, "operations:\n" + operations, plain, left};
  }
}
