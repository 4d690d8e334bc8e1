package dev.phase.backfill.throttle;

import java.util.Locale;

/** What a backfill may look at to tell whether others suffer from it. */
public enum Signal {
  /** Seconds that the slowest replica is behind. */
  REPLICA_LAG("replica lag", Unit.SECONDS, true),
  REPLICA_BYTES("replica lag", Unit.BYTES, true),
  /** What the server keeps of its log for the slowest slot. */
  SLOT_BYTES("slot backlog", Unit.BYTES, false),
  /** Files of the log that wait to be archived. */
  ARCHIVE_FILES("archive backlog", Unit.NUMBER, false),
  /** Bytes that the server logs in a second, for everybody. */
  WAL_RATE("WAL rate", Unit.BYTES_PER_SECOND, false),
  /** Transactions since the oldest snapshot that somebody holds. */
  XMIN_AGE("age of the oldest snapshot", Unit.NUMBER, false),
  /**
   * Age of the oldest transaction or multixact id, in percent of what the server lets it grow to
   * before it vacuums by force.
   */
  WRAPAROUND("wraparound", Unit.PERCENT, false),
  ACTIVE_SESSIONS("active sessions", Unit.NUMBER, true),
  /** Sessions that wait for a lock on the table. */
  LOCK_WAITERS("sessions waiting for a lock on the table", Unit.NUMBER, false),
  VACUUM("vacuum of the table", Unit.FLAG, false),
  WINDOW("outside of the time window", Unit.FLAG, false),
  QUERY("the query of pause_while", Unit.FLAG, false);

  /** How a value reads. */
  enum Unit {
    SECONDS,
    BYTES,
    BYTES_PER_SECOND,
    NUMBER,
    PERCENT,
    FLAG;

    private static final String[] SIZES = {"B", "kB", "MB", "GB", "TB"};

    String words(double value) {
      return switch (this) {
        case SECONDS -> String.format(Locale.ROOT, "%.1f s", value);
        case BYTES -> size(value);
        case BYTES_PER_SECOND -> size(value) + "/s";
        case PERCENT -> String.format(Locale.ROOT, "%.0f %%", value);
        case NUMBER, FLAG -> String.format(Locale.ROOT, "%,.0f", value);
      };
    }

    private static String size(double bytes) {
      int unit = 0;
      double value = bytes;
      while (value >= 1024 && unit < SIZES.length - 1) {
        value /= 1024;
        unit++;
      }
      return String.format(Locale.ROOT, "%.0f %s", value, SIZES[unit]);
    }
  }

  private final String words;
  private final Unit unit;
  private final boolean needsStatistics;

  Signal(String words, Unit unit, boolean needsStatistics) {
    this.words = words;
    this.unit = unit;
    this.needsStatistics = needsStatistics;
  }

  /** For a reader. */
  public String words() {
    return words;
  }

  /** As settings and metrics name it: {@code replica-lag}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether others' values are hidden from who may not {@code pg_read_all_stats}. */
  boolean needsStatistics() {
    return needsStatistics;
  }

  /** Why it makes a backfill wait: {@code replica lag 12.0 s, limit 5.0 s}. */
  String reason(double value, double limit) {
    return unit == Unit.FLAG
        ? words
        : "%s %s, limit %s".formatted(words, unit.words(value), unit.words(limit));
  }
}
