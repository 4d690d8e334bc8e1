package dev.phase.benchmarks.backfill;

/** By what the rows of the table are told apart. */
enum TableKey {
  BIGINT("bigint PRIMARY KEY", "i", "a bigint key"),
  UUID("uuid PRIMARY KEY", "gen_random_uuid()", "a random uuid key"),
  NONE("bigint", "i", "no key");

  private final String column;
  private final String value;
  private final String words;

  TableKey(String column, String value, String words) {
    this.column = column;
    this.value = value;
    this.words = words;
  }

  /** The definition of the column {@code id}. */
  String column() {
    return column;
  }

  /** The value of row {@code i}. */
  String value() {
    return value;
  }

  String words() {
    return words;
  }
}
