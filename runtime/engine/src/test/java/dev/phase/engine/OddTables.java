package dev.phase.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tables and columns that are not like most. Each has a column b that the operations work on. */
enum OddTables {
  WITHOUT_KEY("CREATE TABLE odd (id int, b int)", "%s", Refused.NOTHING),
  UNLOGGED("CREATE UNLOGGED TABLE odd (id int PRIMARY KEY, b int)", "%s", Refused.NOTHING),
  TYPED(
      "CREATE TYPE row_of AS (id int, b int); CREATE TABLE odd OF row_of",
      "%s",
      Refused.columns("type of the table ")),
  FOREIGN("CREATE FOREIGN TABLE odd (id int, b int) SERVER nowhere", "", Refused.all("foreign table")),
  PARTITIONED(
      """
      CREATE TABLE odd (id int, b int) PARTITION BY RANGE (id);
      CREATE TABLE odd_1 PARTITION OF odd FOR VALUES FROM (0) TO (5);
      CREATE TABLE odd_2 (b int, gone int, id int NOT NULL);
      ALTER TABLE odd_2 DROP gone;
      ALTER TABLE odd ATTACH PARTITION odd_2 FOR VALUES FROM (5) TO (1000)
      """,
      "%s",
      Refused.PARTITIONED),
  PARTITIONED_WITH_KEY(
      """
      CREATE TABLE odd (id int PRIMARY KEY, b int) PARTITION BY HASH (id);
      CREATE TABLE odd_1 PARTITION OF odd FOR VALUES WITH (MODULUS 2, REMAINDER 0);
      CREATE TABLE odd_2 PARTITION OF odd FOR VALUES WITH (MODULUS 2, REMAINDER 1)
      """,
      "%s",
      Refused.PARTITIONED),
  PARTITIONED_WITH_INDEX(
      """
      CREATE TABLE odd (id int, b int) PARTITION BY LIST (id);
      CREATE TABLE odd_1 PARTITION OF odd DEFAULT;
      CREATE INDEX odd_b ON odd (b)
      """,
      "%s",
      Refused.also(
          Refused.PARTITIONED,
          "Index odd_b cannot be built concurrently",
          "alter_column",
          "alter_column null")),
  PARTITIONED_BY_IT(
      """
      CREATE TABLE odd (id int, b int) PARTITION BY RANGE ((b + 1));
      CREATE TABLE odd_1 PARTITION OF odd DEFAULT
      """,
      "%s",
      Refused.also(
          Refused.PARTITIONED,
          "partition key RANGE",
          "alter_column",
          "alter_column null",
          "add_constraint unique",
          "drop_column")),
  PARTITION(
      """
      CREATE TABLE whole (id int, b int) PARTITION BY RANGE (id);
      CREATE TABLE odd PARTITION OF whole FOR VALUES FROM (0) TO (1000)
      """,
      "%s",
      Refused.also(Refused.columns("partitioned table "), "partitioned table ", "drop_table")),
  PARENT(
      "CREATE TABLE odd (id int, b int); CREATE TABLE child (c int) INHERITS (odd)",
      "%s",
      Refused.of(
          "child table ",
          "add_column up",
          "alter_column",
          "alter_column null",
          "add_constraint unique",
          "drop_table")),
  CHILD(
      "CREATE TABLE parent (b int); CREATE TABLE odd (id int) INHERITS (parent)",
      "%s",
      Refused.of(
          "parent table ",
          "alter_column",
          "alter_column null",
          "rename_column",
          "add_constraint unique",
          "drop_column",
          "drop_table")),
  CHILD_WITH_OWN_COLUMN(
      "CREATE TABLE parent (id int); CREATE TABLE odd (b int) INHERITS (parent)",
      "%s",
      Refused.of("parent table ", "drop_table")),
  WITH_1000_COLUMNS("SELECT wide(998)", "%s", Refused.NOTHING),
  WITH_1600_COLUMNS("SELECT wide(1598)", "%s", Refused.FULL),
  THAT_HAS_DROPPED_MANY("SELECT wide(1590); SELECT narrow(1590)", "%s", Refused.FULL),
  DOMAIN(
      """
      CREATE DOMAIN small AS int CHECK (VALUE < 1000);
      CREATE TABLE odd (id int PRIMARY KEY, b small)
      """,
      "%s",
      Refused.of("would rewrite the table", "alter_column null", "add_constraint unique")),
  ARRAY("CREATE TABLE odd (id int PRIMARY KEY, b int[])", "ARRAY[%s]", Refused.KEY),
  JSON(
      "CREATE TABLE odd (id int PRIMARY KEY, b json)", "to_json(%s)", Refused.WITHOUT_ORDER),
  XML(
      "CREATE TABLE odd (id int PRIMARY KEY, b xml)",
      "xmlparse(content '<b>' || %s || '</b>')",
      Refused.WITHOUT_ORDER),
  POINT("CREATE TABLE odd (id int PRIMARY KEY, b point)", "point(%s, 0)", Refused.WITHOUT_ORDER),
  RANGE("CREATE TABLE odd (id int PRIMARY KEY, b int4range)", "int4range(%s, 1000)", Refused.KEY),
  COMPOSITE(
      """
      CREATE TYPE pair AS (one int, two json);
      CREATE TABLE odd (id int PRIMARY KEY, b pair)
      """,
      "ROW(%s, '{}')::pair",
      Refused.KEY),
  SOURCE_OF_GENERATED(
      "CREATE TABLE odd (id int PRIMARY KEY, b int, g int GENERATED ALWAYS AS (b + 1) STORED)",
      "%s",
      Refused.of(
          "generated column g",
          "alter_column",
          "alter_column null",
          "add_constraint unique",
          "drop_column")),
  WITH_A_NAME_OF_PHASES(
      "CREATE TABLE odd (id int PRIMARY KEY, b int, phase_1_b int, phase_1_n int)",
      "%s",
      Refused.of(
          "a name that Phase keeps",
          "add_column",
          "add_column up",
          "alter_column",
          "alter_column null",
          "add_constraint unique")),
  WITH_ONE_COLUMN("CREATE TABLE odd (b int)", "%s", Refused.of("only one", "drop_column"));

  /** Creates wide tables, which would be long as text. */
  static final String HELPERS =
      """
      CREATE FUNCTION wide(n int) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE (
          SELECT 'CREATE TABLE odd (id int PRIMARY KEY, b int, ' || string_agg('c' || i || ' int', ', ') || ')'
          FROM generate_series(1, n) i);
      END $$;
      CREATE FUNCTION narrow(n int) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE (
          SELECT 'ALTER TABLE odd ' || string_agg('DROP c' || i, ', ') FROM generate_series(1, n) i);
        EXECUTE (
          SELECT 'ALTER TABLE odd ' || string_agg('ADD d' || i || ' int', ', ') FROM generate_series(1, 8) i);
      END $$;
      """;

  private final String ddl;
  private final String value;
  private final Map<String, String> refused;

  /**
   * @param value what column b holds, made from a number
   * @param refused what is refused, with words of the reason
   */
  OddTables(String ddl, String value, Map<String, String> refused) {
    this.ddl = ddl;
    this.value = value;
    this.refused = refused;
  }

  String ddl() {
    return ddl;
  }

  Map<String, String> refused() {
    return refused;
  }

  boolean hasRows() {
    return !value.isEmpty();
  }

  /** An INSERT into the table where it has its own name. */
  String insert(int number) {
    String b = value.formatted(number);
    return this == WITH_ONE_COLUMN
        ? "INSERT INTO odd (b) VALUES (%s)".formatted(b)
        : "INSERT INTO odd (id, b) VALUES (%d, %s)".formatted(number, b);
  }

  /** What is refused for several reasons. */
  private static final class Refused {

    static final Map<String, String> NOTHING = Map.of();
    static final Map<String, String> KEY = of("operator does not exist", "add_constraint key");
    static final Map<String, String> PARTITIONED =
        of(
            "artition",
            "create_index",
            "add_constraint unique",
            "add_constraint key",
            "drop_table");
    static final Map<String, String> FULL =
        of(
            "has used 1600",
            "add_column",
            "add_column up",
            "alter_column",
            "alter_column null",
            "add_constraint unique");
    static final Map<String, String> WITHOUT_ORDER =
        also(KEY, "no default operator class", "create_index", "add_constraint unique");

    private Refused() {}

    static Map<String, String> of(String reason, String... operations) {
      return also(Map.of(), reason, operations);
    }

    static Map<String, String> also(
        Map<String, String> others, String reason, String... operations) {
      Map<String, String> all = new LinkedHashMap<>(others);
      for (String operation : operations) {
        all.put(operation, reason);
      }
      return all;
    }

    /** Where the columns are another table's business. */
    static Map<String, String> columns(String reason) {
      return of(
          reason,
          "add_column",
          "add_column up",
          "alter_column",
          "alter_column null",
          "rename_column",
          "add_constraint unique",
          "drop_column");
    }

    static Map<String, String> all(String reason) {
      return of(reason, OddTablesTest.OPERATIONS.keySet().toArray(String[]::new));
    }
  }
}
