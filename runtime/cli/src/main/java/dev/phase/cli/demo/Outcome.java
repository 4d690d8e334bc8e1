package dev.phase.cli.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the demo has proven, or not. */
final class Outcome {

  private static final String ROW = "%-8s %12s %8s %9s %10s %10s";

  private final long began = System.nanoTime();
  private final List<Application> applications = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();
  private String untouched = "";
  private long mismatches;

  void follow(Application application) {
    applications.add(application);
  }

  void compared(Edition older, Edition newer, long different) {
    count(different, "%d rows differ between %s and %s".formatted(different, older, newer));
  }

  void lost(Application application, long rows) {
    count(rows, "%d rows are not as %s wrote them".formatted(rows, application.edition()));
  }

  void open(Edition edition) {
    count(1, "the door of %s is open although it is retired".formatted(edition));
  }

  /** The digest of the rows that nobody writes, at the beginning. */
  void untouched(String digest) {
    untouched = digest;
  }

  void untouchedInTheEnd(String digest) {
    if (!untouched.equals(digest)) {
      count(1, "rows that no application wrote have changed");
    }
  }

  private void count(long found, String finding) {
    if (found > 0) {
      mismatches += found;
      findings.add(finding);
    }
  }

  String mismatches() {
    return mismatches + (mismatches == 1 ? " mismatch" : " mismatches");
  }

  boolean isGood() {
    return mismatches == 0
        && applications.stream()
            .map(Application::tally)
            .allMatch(tally -> tally.failed() == 0 && tally.misread() == 0 && tally.served() > 0);
  }

  /** The facts, as lines. */
  List<String> facts() {
    List<String> lines = new ArrayList<>();
    lines.add(ROW.formatted("", "statements", "failed", "misread", "longest", "p99"));
    applications.forEach(application -> lines.add(row(application)));
    lines.add("");
    lines.add("mismatches  " + mismatches);
    lines.add("time        " + Words.seconds(Duration.ofNanos(System.nanoTime() - began)));
    findings.forEach(lines::add);
    for (Application application : applications) {
      application.tally().examples().forEach(e -> lines.add(application.edition() + ": " + e));
    }
    return lines;
  }

  private static String row(Application application) {
    Tally tally = application.tally();
    return ROW.formatted(
        application.edition(),
        Words.number(tally.served()),
        Words.number(tally.failed()),
        Words.number(tally.misread()),
        Words.millis(tally.longest()),
        Words.millis(tally.exceededBy(0.01)));
  }
}
