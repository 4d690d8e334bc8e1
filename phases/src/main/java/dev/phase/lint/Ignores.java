package dev.phase.lint;

import dev.phase.problem.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments of one file that say why a rule does not matter: {@code # phase-ignore RULE: reason}, or
 * with dashes inside SQL. A comment is about its own line and the next one that is no comment.
 */
final class Ignores {

  private static final Pattern COMMENT =
      Pattern.compile("(?:#|--)\\s*phase-ignore\\s+([a-z-]+)\\s*:?\\s*(.*)$");
  private static final Pattern NOTHING = Pattern.compile("\\s*((#|--).*)?");

  private final List<Ignore> ignores = new ArrayList<>();

  /** One comment; lines count from 1. */
  private static final class Ignore {
    private final String rule;
    private final String reason;
    private final int line;
    private final int about;
    private boolean used;

    private Ignore(String rule, String reason, int line, int about) {
      this.rule = rule;
      this.reason = reason;
      this.line = line;
      this.about = about;
    }

    private boolean covers(Finding finding) {
      int at = finding.place().line();
      return rule.equals(finding.rule()) && (at == line || at == about);
    }
  }

  Ignores(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      Matcher comment = COMMENT.matcher(lines.get(i));
      if (comment.find()) {
        ignores.add(
            new Ignore(comment.group(1), comment.group(2).strip(), i + 1, about(lines, i)));
      }
    }
  }

  private static int about(List<String> lines, int comment) {
    int next = comment + 1;
    while (next < lines.size() && NOTHING.matcher(lines.get(next)).matches()) {
      next++;
    }
    return next + 1;
  }

  /** Whether a comment with a reason covers the finding. */
  boolean cover(Finding finding) {
    Optional<Ignore> ignore = ignores.stream().filter(i -> i.covers(finding)).findFirst();
    ignore.ifPresent(i -> i.used = true);
    return ignore.filter(i -> !i.reason.isEmpty()).isPresent();
  }

  /** The comments that cover nothing, or say no reason. */
  void report(String file, Findings findings) {
    for (Ignore ignore : ignores) {
      Place place = new Place(file, ignore.line, 1);
      if (!ignore.used) {
        findings.add(
            "ignore-unused",
            Severity.WARNING,
            place,
            "Rule %s finds nothing on this line or the next one.".formatted(ignore.rule),
            "Remove the comment, or correct the rule's name.");
      } else if (ignore.reason.isEmpty()) {
        findings.add(
            "ignore-reason",
            Severity.ERROR,
            place,
            "The comment does not say why rule %s does not matter here.".formatted(ignore.rule),
            "Write the reason behind a colon.");
      }
    }
  }
}
