package dev.phase.engine;

import java.util.stream.Stream;

/** Changes of names, comments and of what stands beside tables; see {@link OperationCases}. */
final class ObjectCases {

  private ObjectCases() {}

  /** Name, change, plain DDL. */
  static Stream<String[]> all() {
    return Stream.of(
        of(
            "rename_constraint",
            """
            - rename_constraint: { table: order, from: order_amount_check, to: "Amount ≥ 0" }
            - rename_constraint: { table: order, from: order_customer_id_fkey, to: customer_fk }
            - rename_constraint: { table: customers, from: customers_pkey, to: customers_key }
            """,
            """
            ALTER TABLE {s}."order" RENAME CONSTRAINT order_amount_check TO "Amount ≥ 0";
            ALTER TABLE {s}."order" RENAME CONSTRAINT order_customer_id_fkey TO customer_fk;
            ALTER TABLE {s}.customers RENAME CONSTRAINT customers_pkey TO customers_key
            """),
        of(
            "rename_constraint among other changes",
            """
            - rename_constraint: { table: customers, from: size_check, to: size }
            - alter_column: { table: customers, column: "Größe", type: bigint, default: 0 }
            - rename_constraint: { table: customers, from: size, to: not_negative }
            - add_constraint: { table: customers, name: by_size, unique: ["Größe", id] }
            - rename_constraint: { table: customers, from: by_size, to: size_key }
            - add_constraint: { table: customers, name: size_check, check: "\\"Größe\\" < 1000" }
            """,
            """
            ALTER TABLE {s}.customers RENAME CONSTRAINT size_check TO not_negative;
            ALTER TABLE {s}.customers ALTER "Größe" TYPE bigint;
            ALTER TABLE {s}.customers ADD CONSTRAINT size_key UNIQUE ("Größe", id);
            ALTER TABLE {s}.customers ADD CONSTRAINT size_check CHECK ("Größe" < 1000)
            """),
        of(
            "replace a constraint",
            """
            - drop_constraint: { table: order, name: order_amount_check }
            - add_constraint: { table: order, name: order_amount_check, check: "amount > -1" }
            """,
            """
            ALTER TABLE {s}."order" DROP CONSTRAINT order_amount_check;
            ALTER TABLE {s}."order" ADD CONSTRAINT order_amount_check CHECK (amount > -1)
            """),
        of(
            "rename_index",
            "- rename_index: { from: order_amount, to: \"Order by amount\" }",
            "ALTER INDEX {s}.order_amount RENAME TO \"Order by amount\""),
        of(
            "rename_index among other changes",
            """
            - rename_table: { from: order, to: sale }
            - rename_index: { from: order_amount, to: spare }
            - rename_index: { from: order_customer, to: order_amount }
            - rename_index: { from: spare, to: order_customer }
            - alter_column: { table: sale, column: amount, type: bigint, default: 0, up: amount, down: amount }
            - rename_index: { from: order_customer, to: sale_amount }
            - drop_index: { name: order_amount }
            - create_index: { table: sale, name: order_amount, columns: [ customer_id ] }
            """,
            """
            ALTER TABLE {s}."order" RENAME TO sale;
            ALTER INDEX {s}.order_amount RENAME TO sale_amount;
            DROP INDEX {s}.order_customer;
            ALTER TABLE {s}.sale ALTER amount TYPE bigint;
            CREATE INDEX order_amount ON {s}.sale (customer_id)
            """),
        of(
            "drop the index of a converted column",
            """
            - alter_column: { table: order, column: amount, type: bigint, default: 0, up: amount, down: amount }
            - drop_index: { name: order_amount }
            """,
            """
            ALTER TABLE {s}."order" ALTER amount TYPE bigint;
            DROP INDEX {s}.order_amount
            """),
        of(
            "set_comment",
            """
            - set_comment: { table: customers, comment: "who's paying" }
            - set_comment: { table: customers, column: "Größe", comment: in cm }
            - set_comment: { table: order, column: amount, comment: "" }
            """,
            """
            COMMENT ON TABLE {s}.customers IS 'who''s paying';
            COMMENT ON COLUMN {s}.customers."Größe" IS 'in cm';
            COMMENT ON COLUMN {s}."order".amount IS NULL
            """),
        of(
            "set_comment among other changes",
            """
            - rename_table: { from: order, to: sale }
            - set_comment: { table: sale, comment: closed deals }
            - set_comment: { table: sale, column: amount, comment: in dollars }
            - alter_column: { table: sale, column: amount, type: bigint, default: 0, up: amount, down: amount }
            - rename_column: { table: sale, from: amount, to: price }
            - set_comment: { table: sale, column: select, comment: a word }
            - add_column: { table: sale, column: { name: note, type: text, comment: old } }
            - set_comment: { table: sale, column: note, comment: new }
            - set_comment: { table: sale, column: price, comment: in cents }
            """,
            """
            ALTER TABLE {s}."order" RENAME TO sale;
            COMMENT ON TABLE {s}.sale IS 'closed deals';
            ALTER TABLE {s}.sale ALTER amount TYPE bigint;
            ALTER TABLE {s}.sale RENAME amount TO price;
            ALTER TABLE {s}.sale ADD note text;
            COMMENT ON COLUMN {s}.sale."select" IS 'a word';
            COMMENT ON COLUMN {s}.sale.note IS 'new';
            COMMENT ON COLUMN {s}.sale.price IS 'in cents'
            """),
        of(
            "create_sequence",
            """
            - create_sequence: { name: "Ticket no", type: integer, start: 100, increment: 10, min: 10, max: 100000, cache: 5, cycle: true }
            - create_sequence: { name: plain_no }
            """,
            """
            CREATE SEQUENCE {s}."Ticket no" AS integer START 100 INCREMENT 10 MINVALUE 10 MAXVALUE 100000 CACHE 5 CYCLE;
            CREATE SEQUENCE {s}.plain_no
            """),
        of(
            "create_sequence that columns count with",
            """
            - rename_table: { from: order, to: sale }
            - create_sequence: { name: sale_no }
            - add_column: { table: sale, column: { name: no, type: bigint, nullable: false, default: "nextval('sale_no')" } }
            - create_table:
                name: notes
                columns:
                  - { name: id, type: bigint, primary_key: true, default: "nextval('sale_no')" }
                  - { name: part, type: integer }
            - create_sequence: { name: note_parts, type: integer, owned_by: { table: notes, column: part } }
            - alter_sequence: { name: sale_no, owned_by: { table: sale, column: no } }
            - drop_column: { table: sale, column: select }
            """,
            """
            ALTER TABLE {s}."order" RENAME TO sale;
            CREATE SEQUENCE {s}.sale_no;
            ALTER TABLE {s}.sale ADD no bigint NOT NULL DEFAULT nextval('{s}.sale_no');
            CREATE TABLE {s}.notes (id bigint PRIMARY KEY DEFAULT nextval('{s}.sale_no'), part integer);
            CREATE SEQUENCE {s}.note_parts AS integer OWNED BY {s}.notes.part;
            ALTER SEQUENCE {s}.sale_no OWNED BY {s}.sale.no;
            ALTER TABLE {s}.sale DROP "select"
            """),
        of(
            "alter_sequence",
            """
            - alter_sequence: { name: order_id_seq, increment: 50, cache: 2 }
            - alter_sequence: { name: customers_id_seq, max: 1000000, cycle: true, start: 5 }
            """,
            """
            ALTER SEQUENCE {s}.order_id_seq INCREMENT 50 CACHE 2;
            ALTER SEQUENCE {s}.customers_id_seq MAXVALUE 1000000 CYCLE START 5
            """),
        of(
            "create_enum",
            """
            - create_enum: { name: "Mood", values: [ sad, "it's ok", happy ] }
            - add_enum_value: { enum: "Mood", value: so so, after: sad }
            """,
            """
            CREATE TYPE {s}."Mood" AS ENUM ('sad', 'so so', 'it''s ok', 'happy')
            """),
        of(
            "create_enum that columns use",
            """
            - create_enum: { name: mood, values: [ sad, ok, happy ] }
            - add_column: { table: customers, column: { name: mood, type: mood, nullable: false, default: "'ok'" } }
            - alter_column: { table: order, column: select, type: mood, default: "'sad'", up: "'ok'::mood", down: "'sad'" }
            - create_table: { name: days, columns: [ { name: moods, type: "mood[]", nullable: true, check: "moods[1] <> 'sad'" } ] }
            """,
            """
            CREATE TYPE {s}.mood AS ENUM ('sad', 'ok', 'happy');
            ALTER TABLE {s}.customers ADD mood {s}.mood NOT NULL DEFAULT 'ok';
            ALTER TABLE {s}."order" ALTER "select" DROP DEFAULT;
            ALTER TABLE {s}."order" ALTER "select" TYPE {s}.mood USING 'ok'::{s}.mood;
            ALTER TABLE {s}."order" ALTER "select" SET DEFAULT 'sad';
            CREATE TABLE {s}.days (moods {s}.mood[] CHECK (moods[1] <> 'sad'))
            """),
        of("drop_enum", "- drop_enum: { name: grade }", "DROP TYPE {s}.grade"),
        of(
            "create_extension",
            """
            - create_extension: { name: citext, schema: extra }
            - add_column: { table: customers, column: { name: nick, type: extra.citext } }
            """,
            "ALTER TABLE {s}.customers ADD nick extra.citext"),
        of(
            "set_replica_identity",
            """
            - set_replica_identity: { table: order, identity: full }
            - set_replica_identity: { table: customers, identity: nothing }
            - create_table: { name: codes, columns: [ { name: code, type: text, nullable: false, unique: true } ] }
            - set_replica_identity: { table: codes, identity: { index: codes_code_key } }
            """,
            """
            ALTER TABLE {s}."order" REPLICA IDENTITY FULL;
            ALTER TABLE {s}.customers REPLICA IDENTITY NOTHING;
            CREATE TABLE {s}.codes (code text NOT NULL UNIQUE);
            ALTER TABLE {s}.codes REPLICA IDENTITY USING INDEX codes_code_key
            """),
        of(
            "set_replica_identity among other changes",
            """
            - rename_table: { from: order, to: sale }
            - alter_column: { table: sale, column: amount, type: bigint, default: 0, up: amount, down: amount }
            - create_index: { table: sale, name: by_amount, columns: [ amount, id ], unique: true }
            - set_replica_identity: { table: sale, identity: { index: by_amount } }
            - rename_index: { from: by_amount, to: amounts }
            """,
            """
            ALTER TABLE {s}."order" RENAME TO sale;
            ALTER TABLE {s}.sale ALTER amount TYPE bigint;
            CREATE UNIQUE INDEX amounts ON {s}.sale (amount, id);
            ALTER TABLE {s}.sale REPLICA IDENTITY USING INDEX amounts
            """));
  }

  private static String[] of(String name, String operations, String plain) {
    return new String[] {name, "operations:\n" + operations, plain};
  }
}
