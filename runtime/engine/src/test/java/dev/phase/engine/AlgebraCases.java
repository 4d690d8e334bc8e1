package dev.phase.engine;

import java.util.stream.Stream;

/** Columns that become several, or one; see {@link OperationCases}. */
final class AlgebraCases {

  private AlgebraCases() {}

  /** Name, change, plain DDL. */
  static Stream<String[]> all() {
    return Stream.of(
        of(
            "split_column",
            """
            - split_column:
                table: customers
                column: email
                into:
                  "Local Part": { type: text, nullable: false, up: "split_part(email, '@', 1)", check: "\\"Local Part\\" <> ''" }
                  domain: { type: varchar(99), up: "split_part(email, '@', 2)", default: "'example.org'", comment: after the @ }
                down: "\\"Local Part\\" || '@' || domain"
            """,
            """
            ALTER TABLE {s}.customers DROP email,
              ADD "Local Part" text CHECK ("Local Part" <> ''), ADD domain varchar(99);
            UPDATE {s}.customers SET "Local Part" = id;
            ALTER TABLE {s}.customers ALTER "Local Part" SET NOT NULL, ALTER domain SET DEFAULT 'example.org';
            COMMENT ON COLUMN {s}.customers.domain IS 'after the @'
            """),
        of(
            "split_column with unique and references, under its own name",
            """
            - split_column:
                table: order
                column: customer_id
                into:
                  customer_id: { type: bigint, nullable: false, up: customer_id, references: { table: customers, column: id, on_delete: cascade } }
                  code: { type: text, up: "'c' || customer_id || '.' || id", unique: true }
                down: customer_id
            """,
            """
            ALTER TABLE {s}."order" DROP customer_id;
            ALTER TABLE {s}."order"
              ADD customer_id bigint REFERENCES {s}.customers (id) ON DELETE CASCADE,
              ADD code text UNIQUE;
            UPDATE {s}."order" SET customer_id = id;
            ALTER TABLE {s}."order" ALTER customer_id SET NOT NULL
            """),
        of(
            "merge_columns",
            """
            - merge_columns:
                table: customers
                columns: [name, "Größe"]
                into: { name: label, type: text, nullable: false, up: "coalesce(name, '') || '/' || \\"Größe\\"", unique: true, collation: '"C"' }
                down: { name: "nullif(split_part(label, '/', 1), '')", Größe: "split_part(label, '/', 2)::int" }
            """,
            """
            ALTER TABLE {s}.customers DROP name, DROP "Größe", ADD label text COLLATE "C" UNIQUE;
            UPDATE {s}.customers SET label = id;
            ALTER TABLE {s}.customers ALTER label SET NOT NULL
            """),
        of(
            "merge_columns into one of them",
            """
            - merge_columns:
                table: order
                columns: [amount, select]
                into: { name: amount, type: text, default: "'0/new'", up: "amount || '/' || \\"select\\"" }
                down: { amount: "split_part(amount, '/', 1)::numeric", select: null }
            """,
            """
            ALTER TABLE {s}."order" DROP amount, DROP "select";
            ALTER TABLE {s}."order" ADD amount text DEFAULT '0/new'
            """),
        of(
            "split after renames",
            """
            - rename_table: { from: order, to: sale }
            - rename_column: { table: sale, from: select, to: state }
            - alter_column: { table: sale, column: state, type: varchar, default: "'n'", up: state, down: state }
            - split_column:
                table: sale
                column: state
                into:
                  select: { type: text, up: "split_part(state, ' ', 1)" }
                  number: { type: int, up: "length(state)" }
                down: '"select" || '' '' || number'
            - rename_column: { table: sale, from: number, to: "No." }
            - create_index: { table: sale, name: by_number, columns: [ "No.", select ] }
            """,
            """
            ALTER TABLE {s}."order" RENAME TO sale;
            ALTER TABLE {s}.sale DROP "select";
            ALTER TABLE {s}.sale ADD "select" text, ADD "No." int;
            CREATE INDEX by_number ON {s}.sale ("No.", "select")
            """),
        of(
            "merge of what was split",
            """
            - split_column:
                table: customers
                column: name
                into:
                  word: { type: text, up: "split_part(name, ' ', 1)" }
                  number: { type: text, nullable: false, up: "coalesce(split_part(name, ' ', 2), '')" }
                down: "word || ' ' || number"
            - merge_columns:
                table: customers
                columns: [number, word]
                into: { name: name, type: text, up: "number || ' ' || word" }
                down: { word: "split_part(name, ' ', 2)", number: "coalesce(split_part(name, ' ', 1), '')" }
            """,
            "ALTER TABLE {s}.customers DROP name; ALTER TABLE {s}.customers ADD name text"),
        of(
            "split of a column that was added",
            """
            - add_column: { table: customers, column: { name: home, type: text, nullable: false, default: "'1 Main St'", unique: true }, up: "id || ' Main St'" }
            - split_column:
                table: customers
                column: home
                into:
                  street: { type: text, up: "split_part(home, ' ', 2)" }
                  no: { type: int, up: "split_part(home, ' ', 1)::int" }
                down: "no || ' ' || street"
            - drop_column: { table: customers, column: street, down: "'Main St'" }
            """,
            "ALTER TABLE {s}.customers ADD no int"),
        of(
            "split with an index on a function that is called like the column",
            """
            - rename_column: { table: customers, from: name, to: upper }
            - create_index: { table: customers, name: by_mail, columns: [ { expression: "upper(email)" } ] }
            - split_column:
                table: customers
                column: upper
                into: { a: { type: text, up: upper }, b: { type: text, up: upper } }
                down: a
            """,
            """
            CREATE INDEX by_mail ON {s}.customers (upper(email));
            ALTER TABLE {s}.customers DROP name;
            ALTER TABLE {s}.customers ADD a text, ADD b text
            """),
        of(
            "drop and add a column of the same name",
            """
            - alter_column: { table: customers, column: name, type: text, up: name, down: name }
            - alter_column: { table: customers, column: name, nullable: false, up: "coalesce(name, '?')" }
            - drop_column: { table: customers, column: name, down: "'?'" }
            - add_column: { table: customers, column: { name: name, type: bigint, default: 7, check: "name > 0" } }
            """,
            "ALTER TABLE {s}.customers DROP name; ALTER TABLE {s}.customers ADD name bigint DEFAULT 7 CHECK (name > 0)"),
        of(
            "drop and create an index, a constraint and a column of the same names",
            """
            - drop_column: { table: order, column: amount, down: "1" }
            - add_column: { table: order, column: { name: amount, type: bigint, nullable: false, default: 0 } }
            - create_index: { table: order, name: order_amount, columns: [ amount ] }
            - add_constraint: { table: order, name: order_amount_check, check: "amount > -1" }
            """,
            """
            ALTER TABLE {s}."order" DROP amount;
            ALTER TABLE {s}."order" ADD amount bigint NOT NULL DEFAULT 0;
            CREATE INDEX order_amount ON {s}."order" (amount);
            ALTER TABLE {s}."order" ADD CONSTRAINT order_amount_check CHECK (amount > -1)
            """));
  }

  private static String[] of(String name, String operations, String plain) {
    return new String[] {name, "operations:\n" + operations, plain};
  }
}
