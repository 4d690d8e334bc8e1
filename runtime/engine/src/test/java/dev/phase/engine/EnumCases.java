package dev.phase.engine;

import java.util.stream.Stream;

/** Enums whose values change, and enums that come and go; see {@link OperationCases}. */
final class EnumCases {

  private EnumCases() {}

  /** Name, change, plain DDL. */
  static Stream<String[]> all() {
    return Stream.of(
        of(
            "rename_enum_value that nothing uses",
            """
            - create_enum: { name: mood, values: [ sad, ok, happy ] }
            - rename_enum_value: { enum: mood, from: ok, to: "it's fine" }
            - add_column: { table: customers, column: { name: mood, type: mood, default: "'it''s fine'" } }
            """,
            """
            CREATE TYPE {s}.mood AS ENUM ('sad', 'it''s fine', 'happy');
            ALTER TABLE {s}.customers ADD mood {s}.mood DEFAULT 'it''s fine'
            """),
        of(
            "rename_enum_value",
            """
            - create_enum: { name: "Mood", values: [ sad, ok, happy ] }
            - add_column: { table: customers, column: { name: "Mood", type: '"Mood"', nullable: false, default: "'ok'::\\"Mood\\"", check: "\\"Mood\\" <> 'sad' OR \\"Mood\\" = 'ok'", comment: today's } }
            - add_column: { table: order, column: { name: moods, type: '"Mood"[]', default: "'{ok,sad}'" } }
            - create_index: { table: customers, name: ok_ones, columns: [ "Mood", id ], where: "\\"Mood\\" = 'ok'" }
            - create_index: { table: order, name: by_moods, columns: [ moods ], method: gin }
            - rename_enum_value: { enum: "Mood", from: ok, to: "O.K." }
            - add_column: { table: order, column: { name: last, type: '"Mood"', default: "'O.K.'" } }
            - create_table: { name: days, columns: [ { name: mood, type: '"Mood"', nullable: false, default: "'O.K.'" } ] }
            """,
            """
            CREATE TYPE {s}."Mood" AS ENUM ('sad', 'O.K.', 'happy');
            ALTER TABLE {s}.customers ADD "Mood" {s}."Mood" NOT NULL DEFAULT 'O.K.' CHECK ("Mood" <> 'sad' OR "Mood" = 'O.K.');
            COMMENT ON COLUMN {s}.customers."Mood" IS 'today''s';
            ALTER TABLE {s}."order" ADD moods {s}."Mood"[] DEFAULT '{"O.K.",sad}', ADD last {s}."Mood" DEFAULT 'O.K.';
            CREATE INDEX ok_ones ON {s}.customers ("Mood", id) WHERE "Mood" = 'O.K.';
            CREATE INDEX by_moods ON {s}."order" USING gin (moods);
            CREATE TABLE {s}.days (mood {s}."Mood" NOT NULL DEFAULT 'O.K.')
            """),
        of(
            "drop_enum_value",
            """
            - create_enum: { name: channel, values: [ web, fax, telex, phone ] }
            - add_column: { table: customers, column: { name: channel, type: channel, nullable: false, default: "'fax'" } }
            - create_table: { name: calls, columns: [ { name: via, type: channel }, { name: tried, type: "channel[]", default: "ARRAY['telex', 'web']::channel[]" } ] }
            - drop_enum_value: { enum: channel, map: { fax: phone, telex: web } }
            """,
            """
            CREATE TYPE {s}.channel AS ENUM ('web', 'phone');
            ALTER TABLE {s}.customers ADD channel {s}.channel NOT NULL DEFAULT 'phone';
            CREATE TABLE {s}.calls (via {s}.channel, tried {s}.channel[] DEFAULT '{web,web}')
            """),
        of(
            "change an enum again and again",
            """
            - create_enum: { name: mood, values: [ sad, ok ] }
            - add_enum_value: { enum: mood, value: glad, before: ok }
            - add_column: { table: customers, column: { name: mood, type: mood, default: "'ok'" } }
            - rename_enum_value: { enum: mood, from: ok, to: fine }
            - rename_table: { from: customers, to: people }
            - rename_enum_value: { enum: mood, from: sad, to: blue }
            - drop_enum_value: { enum: mood, map: { fine: glad } }
            - rename_table: { from: people, to: customers }
            """,
            """
            CREATE TYPE {s}.mood AS ENUM ('blue', 'glad');
            ALTER TABLE {s}.customers ADD mood {s}.mood DEFAULT 'glad'
            """),
        of(
            "an enum that goes with its table and its columns",
            """
            - create_enum: { name: mood, values: [ sad, ok ] }
            - add_column: { table: order, column: { name: mood, type: mood } }
            - add_column: { table: customers, column: { name: mood, type: mood } }
            - drop_enum_value: { enum: mood, map: { ok: sad } }
            - alter_column: { table: customers, column: mood, type: text, up: "mood::text", down: "'sad'" }
            - drop_table: { name: order }
            - drop_enum: { name: mood }
            """,
            "ALTER TABLE {s}.customers ADD mood text; DROP TABLE {s}.\"order\""));
  }

  private static String[] of(String name, String operations, String plain) {
    return new String[] {name, "operations:\n" + operations, plain};
  }
}
