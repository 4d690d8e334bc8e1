package dev.phase.compat.sync;

import dev.phase.sql.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules lie between several versions. Evidence narrows the versions that may have written the row to
 * those from {@code lowest} to {@code highest}; {@code origin} is one of them.
 */
final class ManyBoundaries implements Origin {

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
  public void inserted(Code code) {
    List<Holder> telling = seen.stream().filter(h -> !h.fillsItself()).toList();
    narrow(code, telling, Compare::someGiven);
    excludeWhereRequired(code);
    code.line("origin := lowest;");
    code.begin("IF lowest < highest THEN");
    code.line(
        "origin := GREATEST(lowest, LEAST(highest, %s));",
        Sql.of("COALESCE(%s, lowest)", Session.origin(timeline)));
    for (int version = 1; version < timeline.newest(); version++) {
      exclude(code, version, "origin", "lowest");
    }
    code.end("END IF;");
    Passes passes = new Passes(timeline.active());
    passes.insertedDown(code, ManyBoundaries::reached);
    passes.insertedUp(code, ManyBoundaries::notReached);
  }

  /** A version in which one of these must not be NULL did not insert a NULL there. */
  private void excludeWhereRequired(Code code) {
    for (int version = timeline.newest(); version > 0; version--) {
      exclude(code, version, "highest", Integer.toString(version - 1));
    }
    for (int version = 0; version < timeline.newest(); version++) {
      exclude(code, version, "lowest", Integer.toString(version + 1));
    }
  }

  private void exclude(Code code, int version, String bound, String next) {
    List<Holder> required = seen.stream().filter(h -> h.requiredIn().contains(version)).toList();
    if (!required.isEmpty()) {
      code.begin(
          "IF lowest < highest AND %s = %s AND (%s) THEN",
          new Sql(bound), number(version), Compare.someNull(required));
      code.line("%s := %s;", new Sql(bound), new Sql(next));
      code.end("END IF;");
    }
  }

  @Override
  public void updated(Code code) {
    narrow(code, seen, Compare::changed);
    for (List<Rule> group : timeline.groups()) {
      updated(code, group);
    }
  }

  private void updated(Code code, List<Rule> group) {
    code.line("origin := lowest;");
    code.begin("IF lowest > highest THEN");
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
        "(lowest < %s AND highest >= %s AND (%s))",
        boundary, boundary, Compare.changed(rule.shared()));
  }

  /** The tightest bounds first, so that the first column that tells something ends the search. */
  private void narrow(
      Code code, List<Holder> telling, Function<List<Holder>, Sql> test) {
    TreeMap<Integer, List<Holder>> from = group(telling, h -> h.span().orElseThrow().lowest());
    from.remove(0);
    bound(code, "lowest", from.descendingMap(), test);
    TreeMap<Integer, List<Holder>> to = group(telling, h -> h.span().orElseThrow().highest());
    to.remove(timeline.newest());
    bound(code, "highest", to, test);
  }

  private static void bound(
      Code code,
      String name,
      Map<Integer, List<Holder>> groups,
      Function<List<Holder>, Sql> test) {
    String start = "IF %s THEN";
    for (Map.Entry<Integer, List<Holder>> group : groups.entrySet()) {
      Sql condition = test.apply(group.getValue());
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
    return Optional.of(Sql.of("origin >= %s", number(rule.boundary())));
  }

  private static Optional<Sql> notReached(Rule rule) {
    return Optional.of(Sql.of("origin < %s", number(rule.boundary())));
  }

  private static Sql number(int value) {
    return new Sql(Integer.toString(value));
  }
}
