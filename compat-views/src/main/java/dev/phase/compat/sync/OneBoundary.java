package dev.phase.compat.sync;

import dev.phase.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** All rules lie between the same two versions: a row came from the one side or from the other. */
final class OneBoundary implements Origin {

  private final Timeline timeline;
  private final Passes passes;
  private final int boundary;
  private final List<Holder> witnesses;
  private final boolean single;

  OneBoundary(Timeline timeline) {
    this.timeline = timeline;
    this.passes = new Passes(timeline.active());
    this.boundary = timeline.active().get(0).boundary();
    this.witnesses = timeline.witnesses();
    this.single = timeline.active().size() == 1;
  }

  @Override
  public void declare(Code code) {}

  @Override
  public void updated(Code code) {
    List<Holder> newer = select(timeline.active(), h -> h.isAbove(boundary));
    List<Holder> older = select(timeline.active(), h -> h.isBelow(boundary));
    List<Holder> shared = select(timeline.active(), h -> h.isShared(boundary));
    List<Branch> branches = new ArrayList<>();
    branches.add(new Branch(newer, () -> fromNewSide(code)));
    branches.add(new Branch(older, () -> up(code)));
    branches.add(new Branch(shared, () -> fromEitherSide(code)));
    branches.removeIf(branch -> branch.changed().isEmpty());
    // The trigger only fires if a column of a rule has changed, so the last one need not ask again.
    boolean complete =
        timeline.prepared().isEmpty()
            && timeline.holders().stream().allMatch(h -> h.span().isPresent());
    write(code, branches, complete);
  }

  /** What to do if one of these columns has changed, and none of the branches before. */
  private record Branch(List<Holder> changed, Runnable body) {}

  private static void write(Code code, List<Branch> branches, boolean complete) {
    if (complete && branches.size() == 1) {
      branches.get(0).body().run();
      return;
    }
    for (int i = 0; i < branches.size(); i++) {
      Sql condition = Compare.changed(branches.get(i).changed());
      if (i == 0) {
        code.begin("IF %s THEN", condition);
      } else if (complete && i == branches.size() - 1) {
        code.otherwise("ELSE");
      } else {
        code.otherwise("ELSIF %s THEN", condition);
      }
      code.body(branches.get(i).body());
    }
    if (!branches.isEmpty()) {
      code.end("END IF;");
    }
  }

  /**
   * Both sides can only have changed through a trigger of the user's. It may well have changed the
   * older side of rules that have nothing to do with those whose newer side the client wrote.
   */
  private void fromNewSide(Code code) {
    List<List<Rule>> groups = timeline.groups();
    for (List<Rule> group : groups) {
      Passes own = new Passes(group);
      List<Holder> older = select(group, h -> h.isBelow(boundary));
      Runnable down = () -> own.down(code, rule -> Optional.empty(), !single);
      if (older.isEmpty()) {
        down.run();
        continue;
      }
      Sql asked = Compare.is(Session.origin(timeline), "<", number(boundary));
      List<Holder> newer = select(group, h -> h.isAbove(boundary));
      if (groups.size() > 1) {
        asked = Sql.of("(NOT (%s) OR %s)", Compare.changed(newer), asked);
      }
      code.begin("IF (%s) AND %s THEN", Compare.changed(older), asked)
          .body(() -> own.up(code, rule -> Optional.empty(), !single))
          .otherwise("ELSE")
          .body(down)
          .end("END IF;");
    }
  }

  private void fromEitherSide(Code code) {
    List<Holder> newer = witnesses.stream().filter(h -> h.isAbove(boundary)).toList();
    List<Holder> older = witnesses.stream().filter(h -> h.isBelow(boundary)).toList();
    for (List<Rule> group : timeline.groups()) {
      Passes own = new Passes(group);
      Sql asked =
          Sql.of(
              "COALESCE(%s, %s)",
              Compare.is(Session.origin(timeline), ">=", number(boundary)),
              Compare.any(reasonsToGoDown(group)));
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

  private void up(Code code) {
    passes.up(code, rule -> Optional.empty(), !single);
  }

  private static List<Holder> select(List<Rule> rules, Predicate<Holder> predicate) {
    return Timeline.holders(rules).stream().filter(predicate).toList();
  }

  private static Sql number(int value) {
    return new Sql(Integer.toString(value));
  }
}
