package dev.phase.compat.sync;

import dev.phase.sql.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules lie between several versions. Evidence narrows the versions that may have written the row to
 * those from {@code lowest} to {@code highest}; {@code origin} is one of them.
 */
final class ManyBoundaries implements Origin {

  private static final Sql LOWEST = new Sql("lowest");
  private static final Sql HIGHEST = new Sql("highest");
  private static final Sql ORIGIN = new Sql("origin");

  private final Timeline timeline;
  private final List<Holder> seen;

  ManyBoundaries(Timeline timeline) {
    this.timeline = timeline;
    this.seen =
        Stream.concat(
                Timeline.holders(timeline.active()).stream(), timeline.witnesses().stream())
            .filter(h -> h.span().isPresent())
            .toList();
  }

  @Override
  public void declare(Code code) {
    code.line("DECLARE")
        .line("  lowest pg_catalog.int4 := 0;")
        .line("  highest pg_catalog.int4 := %s;", number(timeline.newest()))
        .line("  origin pg_catalog.int4;");
  }

  @Override
  public void updated(Code code) {
    narrow(code);
    for (List<Rule> group : timeline.groups()) {
      updated(code, group);
    }
  }

  private void updated(Code code, List<Rule> group) {
    code.line("origin := lowest;");
    code.begin("IF %s THEN", Compare.is(LOWEST, ">", HIGHEST));
    // Both sides of a rule can only have changed through a trigger of the user's.
    code.line("origin := LEAST(lowest, %s);", Session.origin(timeline));
    List<Rule> undecided = new ArrayList<>(group);
    undecided.removeIf(rule -> rule.shared().isEmpty());
    undecided.sort(Comparator.comparingInt(Rule::boundary).reversed());
    if (!undecided.isEmpty()) {
      code.otherwise(
          "ELSIF %s THEN",
          Compare.any(undecided.stream().map(ManyBoundaries::undecided).toList()));
      askSession(code, undecided);
    }
    code.end("END IF;");
    Passes passes = new Passes(group);
    passes.down(code, ManyBoundaries::reached, true);
    passes.up(code, ManyBoundaries::notReached, true);
  }

  private void askSession(Code code, List<Rule> undecided) {
    code.line("origin := %s;", Session.origin(timeline));
    code.begin("IF origin IS NOT NULL THEN");
    code.line("origin := GREATEST(lowest, LEAST(highest, origin));");
    for (Rule rule : undecided) {
      Silence.keepsNewSide(rule)
          .ifPresent(
              keeps ->
                  code.otherwise("ELSIF %s AND %s THEN", undecided(rule), keeps)
                      .line("origin := %s;", number(rule.boundary())));
    }
    code.otherwise("ELSE").line("origin := lowest;").end("END IF;");
  }

  private static Sql undecided(Rule rule) {
    Sql boundary = number(rule.boundary());
    return Sql.of(
        "(%s AND %s AND (%s))",
        Compare.is(LOWEST, "<", boundary),
        Compare.is(HIGHEST, ">=", boundary),
        Compare.changed(rule.shared()));
  }

  /** The tightest bounds first, so that the first column that tells something ends the search. */
  private void narrow(Code code) {
    TreeMap<Integer, List<Holder>> from = group(seen, h -> h.span().orElseThrow().lowest());
    from.remove(0);
    bound(code, "lowest", from.descendingMap());
    TreeMap<Integer, List<Holder>> to = group(seen, h -> h.span().orElseThrow().highest());
    to.remove(timeline.newest());
    bound(code, "highest", to);
  }

  private static void bound(Code code, String name, Map<Integer, List<Holder>> groups) {
    String start = "IF %s THEN";
    for (Map.Entry<Integer, List<Holder>> group : groups.entrySet()) {
      Sql condition = Compare.changed(group.getValue());
      if (start.startsWith("ELS")) {
        code.otherwise(start, condition);
      } else {
        code.begin(start, condition);
      }
      code.line("%s := %s;", new Sql(name), number(group.getKey()));
      start = "ELSIF %s THEN";
    }
    if (start.startsWith("ELS")) {
      code.end("END IF;");
    }
  }

  private static TreeMap<Integer, List<Holder>> group(
      List<Holder> holders, ToIntFunction<Holder> key) {
    return holders.stream()
        .collect(Collectors.groupingBy(key::applyAsInt, TreeMap::new, Collectors.toList()));
  }

  private static Optional<Sql> reached(Rule rule) {
    return Optional.of(Compare.is(ORIGIN, ">=", number(rule.boundary())));
  }

  private static Optional<Sql> notReached(Rule rule) {
    return Optional.of(Compare.is(ORIGIN, "<", number(rule.boundary())));
  }

  private static Sql number(int value) {
    return new Sql(Integer.toString(value));
  }
}
