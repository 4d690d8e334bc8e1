package dev.phase.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;

/** The releases of {@link TrainTest}, each with a change of another kind. */
final class TrainReleases {

  static final List<String> START =
      List.of(
          "CREATE TABLE customers (id bigint PRIMARY KEY, name text, visits int NOT NULL DEFAULT 0)",
          """
          CREATE TABLE orders (
            id integer PRIMARY KEY,
            customer_id bigint NOT NULL REFERENCES customers,
            amount numeric(12,2) NOT NULL DEFAULT 0 CHECK (amount >= 0),
            note varchar(40) NOT NULL DEFAULT 'none',
            label varchar(20) NOT NULL DEFAULT 'new',
            name text NOT NULL DEFAULT 'name 0')""",
          "CREATE INDEX orders_amount ON orders (amount)");

  static final TrainRelease BASELINE =
      new TrainRelease(
          "baseline",
          "",
          START,
          "orders",
          Map.of(
              "amount", (id, random) -> "%d.%02d".formatted(random.nextInt(1000), random.nextInt(100)),
              "note", words("note"),
              "label", words("label"),
              "name", words("name")),
          "true",
          List.of());

  private TrainReleases() {}

  static List<TrainRelease> all() {
    List<TrainRelease> all = new ArrayList<>();
    all.add(BASELINE);
    convert(all);
    tighten(all);
    rearrange(all);
    finish(all);
    return all;
  }

  private static TrainRelease.Next next(List<TrainRelease> all, String name) {
    return all.get(all.size() - 1).next("%04d_%s".formatted(all.size(), name));
  }

  private static void convert(List<TrainRelease> all) {
    all.add(
        next(all, "column")
            .has("memo", words("memo"))
            .by(
                "- add_column: { table: orders, column: { name: memo, type: text } }",
                "ALTER TABLE orders ADD memo text"));
    all.add(
        next(all, "cents")
            .hasNo("amount")
            .has("cents", (id, random) -> String.valueOf(random.nextInt(100_000)))
            .agrees("n.cents = o.amount * 100")
            .by(
                """
                - alter_column: { table: orders, column: amount, type: bigint, default: 0, up: "round(amount * 100)", down: "amount / 100.0" }
                - rename_column: { table: orders, from: amount, to: cents }
                """,
                "ALTER TABLE orders ALTER amount TYPE bigint",
                "ALTER TABLE orders RENAME amount TO cents"));
    all.add(
        next(all, "index")
            .by(
                "- create_index: { table: orders, name: orders_memo, columns: [ note, memo ] }",
                "CREATE INDEX orders_memo ON orders (note, memo)"));
    all.add(
        next(all, "split")
            .hasNo("name")
            .has("word", (id, random) -> "w" + random.nextInt(100))
            .has("number", (id, random) -> String.valueOf(random.nextInt(100)))
            .agrees("o.name = n.word || ' ' || n.number")
            .by(
                """
                - split_column:
                    table: orders
                    column: name
                    into:
                      word: { type: text, nullable: false, up: "split_part(name, ' ', 1)" }
                      number: { type: text, nullable: false, up: "split_part(name, ' ', 2)" }
                    down: "word || ' ' || number"
                """,
                "ALTER TABLE orders DROP name, ADD word text NOT NULL, ADD number text NOT NULL"));
    all.add(
        next(all, "sales")
            .table("sales")
            .by("- rename_table: { from: orders, to: sales }", "ALTER TABLE orders RENAME TO sales"));
  }

  private static void tighten(List<TrainRelease> all) {
    all.add(
        next(all, "code")
            .has("code", (id, random) -> "code %d/%d".formatted(id, random.nextInt(10)))
            .agrees("n.code IS NOT NULL")
            .by(
                """
                - add_column: { table: sales, column: { name: code, type: text, nullable: false, unique: true }, up: "'c' || id" }
                """,
                "ALTER TABLE sales ADD code text NOT NULL UNIQUE"));
    all.add(
        next(all, "memo")
            .agrees("n.memo = coalesce(o.memo, '-')", "memo")
            .by(
                """
                - alter_column: { table: sales, column: memo, nullable: false, up: "coalesce(memo, '-')" }
                """,
                "ALTER TABLE sales ALTER memo SET NOT NULL"));
    all.add(
        next(all, "no_note")
            .hasNo("note")
            .by(
                """
                - drop_index: { name: orders_memo }
                - drop_column: { table: sales, column: note, down: "'gone'" }
                """,
                "ALTER TABLE sales DROP note"));
    all.add(
        next(all, "check")
            .by(
                "- add_constraint: { table: sales, name: no_debts, check: \"cents > -1\" }",
                "ALTER TABLE sales ADD CONSTRAINT no_debts CHECK (cents > -1)"));
    all.add(
        next(all, "merge")
            .hasNo("word", "number")
            .has("name", words("name"))
            .agrees("n.name = o.word || ' ' || o.number")
            .by(
                """
                - merge_columns:
                    table: sales
                    columns: [ word, number ]
                    into: { name: name, type: text, nullable: false, up: "word || ' ' || number" }
                    down: { word: "split_part(name, ' ', 1)", number: "split_part(name, ' ', 2)" }
                """,
                "ALTER TABLE sales DROP word, DROP number, ADD name text NOT NULL"));
  }

  private static void rearrange(List<TrainRelease> all) {
    all.add(
        next(all, "key")
            .by(
                "- change_primary_key: { table: sales, columns: { id: bigint } }",
                "ALTER TABLE sales ALTER id TYPE bigint"));
    all.add(
        next(all, "state")
            .has("state", (id, random) -> random.nextBoolean() ? "open" : "closed")
            .by(
                """
                - create_enum: { name: state, values: [ open, closed ] }
                - add_column: { table: sales, column: { name: state, type: state, nullable: false, default: "'open'" } }
                """,
                "CREATE TYPE state AS ENUM ('open', 'closed')",
                "ALTER TABLE sales ADD state state NOT NULL DEFAULT 'open'"));
    all.add(
        next(all, "torn")
            .by(
                "- add_enum_value: { enum: state, value: torn }",
                "ALTER TYPE state ADD VALUE 'torn'"));
    all.add(
        next(all, "ticket")
            .hasNo("code")
            .has("ticket", (id, random) -> "ticket %d/%d".formatted(id, random.nextInt(10)))
            .agrees("n.ticket = o.code")
            .by(
                "- rename_column: { table: sales, from: code, to: ticket }",
                "ALTER TABLE sales RENAME code TO ticket"));
    all.add(
        next(all, "buyer")
            .by(
                """
                - drop_constraint: { table: sales, name: orders_customer_id_fkey }
                - add_constraint: { table: sales, name: buyer, foreign_key: { columns: [customer_id], references: { table: customers, columns: [id] }, on_delete: restrict } }
                """,
                "ALTER TABLE sales DROP CONSTRAINT orders_customer_id_fkey",
                """
                ALTER TABLE sales ADD CONSTRAINT buyer
                  FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE RESTRICT"""));
  }

  private static void finish(List<TrainRelease> all) {
    all.add(
        next(all, "audits")
            .by(
                """
                - create_table:
                    name: audits
                    columns:
                      - { name: id, type: bigint, identity: always, primary_key: true }
                      - { name: sale_id, type: bigint, references: { table: sales, column: id } }
                """,
                """
                CREATE TABLE audits (
                  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                  sale_id bigint REFERENCES sales (id))"""));
    all.add(
        next(all, "label")
            .by(
                "- alter_column: { table: sales, column: label, type: text }",
                "ALTER TABLE sales ALTER label TYPE text"));
    all.add(
        next(all, "on_sale")
            .has("state", (id, random) -> random.nextBoolean() ? "on sale" : "closed")
            .agrees("o.state::text = replace(n.state::text, 'on sale', 'open')", "state")
            .by(
                "- rename_enum_value: { enum: state, from: open, to: \"on sale\" }",
                "ALTER TYPE state RENAME VALUE 'open' TO 'on sale'"));
    all.add(
        next(all, "no_audits").by("- drop_table: { name: audits }", "DROP TABLE audits"));
    all.add(
        next(all, "names")
            .by(
                """
                - rename_constraint: { table: sales, from: orders_pkey, to: sales_pkey }
                - rename_index: { from: orders_amount, to: sales_cents }
                - set_comment: { table: sales, comment: what we sold }
                - set_replica_identity: { table: sales, identity: full }
                """,
                "ALTER TABLE sales RENAME CONSTRAINT orders_pkey TO sales_pkey",
                "ALTER INDEX orders_amount RENAME TO sales_cents",
                "COMMENT ON TABLE sales IS 'what we sold'",
                "ALTER TABLE sales REPLICA IDENTITY FULL"));
  }

  private static BiFunction<Long, Random, String> words(String word) {
    return (id, random) -> word + " " + random.nextInt(100);
  }
}
