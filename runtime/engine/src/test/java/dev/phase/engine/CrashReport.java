package dev.phase.engine;

import java.util.Map;
import java.util.TreeMap;

/** The points that were tried, and those that failed, as a table in Markdown. */
final class CrashReport {

  private record Row(CrashWay way, CrashPoint.Kind kind) implements Comparable<Row> {
    @Override
    public int compareTo(Row other) {
      int ways = way.compareTo(other.way);
      return ways == 0 ? kind.compareTo(other.kind) : ways;
    }
  }

  private final Map<Row, int[]> counts = new TreeMap<>();

  synchronized void add(CrashWay way, CrashPoint.Kind kind, boolean passed) {
    int[] count = counts.computeIfAbsent(new Row(way, kind), row -> new int[2]);
    count[0]++;
    count[1] += passed ? 0 : 1;
  }

  @Override
  public synchronized String toString() {
    StringBuilder text =
        new StringBuilder(
            """
            | dies | at | then | points tried | failed |
            | --- | --- | --- | --- | --- |
            """);
    int[] all = new int[2];
    counts.forEach(
        (row, count) -> {
          text.append(
              "| %s | %s | %s | %d | %d |%n"
                  .formatted(
                      row.way().command(),
                      row.kind().words(),
                      row.way().then(),
                      count[0],
                      count[1]));
          all[0] += count[0];
          all[1] += count[1];
        });
    return text.append("| all | | | %d | %d |%n".formatted(all[0], all[1])).toString();
  }
}
