package dev.phase.compat.sync;

import dev.phase.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All rules lie between the same two versions: a row came from the one side or from the other. */
final class OneBoundary implements Origin {

  private final Timeline timeline;
  private final Passes passes;
  private final int boundary;
  private final List<Holder> holders;
  private final List<Holder> witnesses;
  private final boolean single;

  OneBoundary(Timeline timeline) {
    this.timeline = timeline;
    this.passes = new Passes(timeline.active());
    this.boundary = timeline.active().get(0).boundary();
    this.holders = Timeline.holders(timeline.active());
    this.witnesses = timeline.witnesses();
    this.single = timeline.active().size() == 1;
  }

  @Override
  public void declare(Code code) {}

  @Override
  public void inserted(Code code) {
    code.begin("IF %s THEN", insertedFromNewSide())
        .body(() -> passes.insertedDown(code, rule -> Optional.empty()))
        .otherwise("ELSE")
        .body(() -> passes.insertedUp(code, rule -> Optional.empty()))
        .end("END IF;");
  }

  private Sql insertedFromNewSide() {
    List<Holder> newer = select(h -> h.isAbove(boundary) && !h.fillsItself());
    List<Holder> older = select(h -> h.isBelow(boundary) && !h.fillsItself());
    if (newer.stream().anyMatch(h -> requiredThroughout(h, boundary, timeline.newest()))) {
      // All of them: one that is given must not be lost where another one is wrongly NULL.
      return Compare.someGiven(newer);
    }
    Optional<Holder> proofOfOld =
        older.stream().filter(h -> requiredThroughout(h, 0, boundary - 1)).findFirst();
    List<Sql> conditions = new ArrayList<>();
    newer.forEach(h -> conditions.add(Compare.someGiven(List.of(h))));
    List<Holder> telling = witnesses.stream().filter(h -> !h.fillsItself()).toList();
    telling.stream()
        .filter(h -> h.isAbove(boundary))
        .forEach(h -> conditions.add(Compare.someGiven(List.of(h))));
    if (proofOfOld.isPresent()) {
      conditions.add(Compare.someNull(List.of(proofOfOld.get())));
    } else {
      conditions.add(
          Sql.of(
              "NOT (%s) AND COALESCE(%s >= %s, FALSE)",
              Compare.someGiven(
                  Stream.concat(
                          older.stream(), telling.stream().filter(h -> h.isBelow(boundary)))
                      .toList()),
              Session.origin(timeline), number(boundary)));
    }
    return Compare.any(conditions);
  }

  private static boolean requiredThroughout(Holder holder, int from, int to) {
    return IntStream.rangeClosed(from, to).allMatch(holder.requiredIn()::contains);
  }

  @Override
  public void updated(Code code) {
    List<Holder> newer = select(h -> h.isAbove(boundary));
    List<Holder> older = select(h -> h.isBelow(boundary));
    List<Holder> shared = select(h -> h.isShared(boundary));
    String start = "IF %s THEN";
    if (!newer.isEmpty()) {
      code.begin(start, Compare.changed(newer)).body(() -> fromNewSide(code, older));
      start = "ELSIF %s THEN";
    }
    if (!older.isEmpty()) {
      next(code, start, Compare.changed(older)).body(() -> up(code));
      start = "ELSIF %s THEN";
    }
    if (!shared.isEmpty()) {
      next(code, start, Compare.changed(shared)).body(() -> fromEitherSide(code));
      start = "ELSIF %s THEN";
    }
    if (start.startsWith("ELS")) {
      code.end("END IF;");
    }
  }

  private static Code next(Code code, String start, Sql condition) {
    return start.startsWith("ELS")
        ? code.otherwise(start, condition)
        : code.begin(start, condition);
  }

  /** Both sides can only have changed through a trigger of the user's. */
  private void fromNewSide(Code code, List<Holder> older) {
    if (older.isEmpty()) {
      down(code);
      return;
    }
    code.begin(
            "IF (%s) AND %s < %s THEN",
            Compare.changed(older), Session.origin(timeline), number(boundary))
        .body(() -> up(code))
        .otherwise("ELSE")
        .body(() -> down(code))
        .end("END IF;");
  }

  private void fromEitherSide(Code code) {
    List<Holder> newer = witnesses.stream().filter(h -> h.isAbove(boundary)).toList();
    List<Holder> older = witnesses.stream().filter(h -> h.isBelow(boundary)).toList();
    for (List<Rule> group : timeline.groups()) {
      Passes own = new Passes(group);
      Sql asked =
          Sql.of(
              "COALESCE(%s >= %s, %s)",
              Session.origin(timeline), number(boundary), Compare.any(reasonsToGoDown(group)));
      if (!older.isEmpty()) {
        asked = Sql.of("NOT (%s) AND %s", Compare.changed(older), asked);
      }
      if (!newer.isEmpty()) {
        asked = Sql.of("%s OR %s", Compare.changed(newer), asked);
      }
      code.begin("IF %s THEN", asked)
          .body(() -> own.down(code, rule -> Optional.empty(), !single))
          .otherwise("ELSE")
          .body(() -> own.up(code, rule -> Optional.empty(), !single))
          .end("END IF;");
    }
  }

  private List<Sql> reasonsToGoDown(List<Rule> group) {
    List<Sql> reasons = new ArrayList<>();
    for (Rule rule : group) {
      Silence.keepsNewSide(rule)
          .map(k -> single ? k : Sql.of("(%s) AND %s", Compare.changed(rule.holders()), k))
          .ifPresent(reasons::add);
    }
    return reasons;
  }

  private void down(Code code) {
    passes.down(code, rule -> Optional.empty(), !single);
  }

  private void up(Code code) {
    passes.up(code, rule -> Optional.empty(), !single);
  }

  private List<Holder> select(Predicate<Holder> predicate) {
    return holders.stream().filter(predicate).toList();
  }

  private static Sql number(int value) {
    return new Sql(Integer.toString(value));
  }
}
