package dev.phase.benchmarks.writes;

import dev.phase.benchmarks.rival.RivalTrigger;
import java.util.List;

/** A table with one kind of trigger, in a schema of its own. */
enum Variant {
  NONE("none") {
    @Override
    void prepare(Target target) {}
  },
  ONE("Phase, one change") {
    @Override
    void prepare(Target target) {
      target.advance(schema(), CHANGES.subList(0, 1));
    }
  },
  ONE_NEW("Phase, one change, written through the new version") {
    @Override
    void prepare(Target target) {
      target.advance(schema(), CHANGES.subList(0, 1));
    }

    @Override
    String relation() {
      return schema() + "_0001.item";
    }
  },
  THREE("Phase, three changes") {
    @Override
    void prepare(Target target) {
      target.advance(schema(), CHANGES);
    }
  },
  HAND("written by hand, `BEFORE INSERT OR UPDATE OF`") {
    @Override
    void prepare(Target target) {
      target.run(
          "ALTER TABLE " + relation() + " ADD COLUMN cents bigint",
          """
          CREATE FUNCTION hand.convert() RETURNS trigger LANGUAGE plpgsql AS '
          BEGIN
            NEW.cents := NEW.amount * 100;
            RETURN NEW;
          END'""",
          "CREATE TRIGGER convert BEFORE INSERT OR UPDATE OF amount ON " + relation()
              + " FOR EACH ROW EXECUTE FUNCTION hand.convert()");
    }
  },
  RIVAL("the rival's shape") {
    @Override
    void prepare(Target target) {
      target.run("ALTER TABLE " + relation() + " ADD COLUMN cents bigint");
      List<String> columns =
          List.of("id", "name", "amount", "created_at", "status", "note", "cents");
      target.run(trigger(columns, "up", "<>", "NEW.cents = amount * 100"));
      target.run(trigger(columns, "down", "=", "NEW.amount = cents / 100"));
    }

    private String[] trigger(
        List<String> columns, String name, String comparison, String assignment) {
      return RivalTrigger.on(schema(), relation(), columns, name, comparison, assignment)
          .toArray(String[]::new);
    }
  };

  private static final List<String> CHANGES =
      List.of(
          """
          operations:
            - alter_column: { table: item, column: amount, type: bigint, up: "amount * 100", down: "(amount / 100)::integer" }
          """,
          """
          operations:
            - alter_column: { table: item, column: status, type: text, up: "status::text", down: "status::integer" }
          """,
          """
          operations:
            - alter_column: { table: item, column: amount, type: text, up: "amount::text", down: "amount::bigint" }
          """);

  private final String words;

  Variant(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  String schema() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** What the application writes to. */
  String relation() {
    return schema() + ".item";
  }

  /** Puts the triggers on the empty table. */
  abstract void prepare(Target target);

  final void create(Target target) {
    target.run(
        "DROP SCHEMA IF EXISTS " + schema() + " CASCADE",
        "CREATE SCHEMA " + schema(),
        "CREATE TABLE " + schema() + ".item (id bigint PRIMARY KEY, name text, amount integer,"
            + " created_at timestamptz, status integer, note text) WITH (autovacuum_enabled = off)",
        "CREATE INDEX ON " + schema() + ".item (name)",
        "CREATE INDEX ON " + schema() + ".item (created_at)");
    prepare(target);
  }
}
