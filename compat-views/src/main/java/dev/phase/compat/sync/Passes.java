package dev.phase.compat.sync;

import dev.phase.need.Conversion;
import dev.phase.sql.Sql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Carries a row through the rules once its origin is known: down from the newest rule below the
 * origin, up from the oldest one above. A value that a rule changes is seen by the next one.
 *
 * @param rules lowest first
 */
record Passes(List<Rule> rules) {

  /** Which of the rules a pass takes. */
  interface Selection {
    /** The condition at run time; empty where the rule always belongs to the pass. */
    Optional<Sql> of(Rule rule);
  }

  /** A row that was there: only what a write touched is converted. */
  void down(Code code, Selection selection, boolean unlessUntouched) {
    for (Rule rule : newestFirst()) {
      step(code, selection.of(rule), touched(rule, unlessUntouched), rule.down());
    }
  }

  void up(Code code, Selection selection, boolean unlessUntouched) {
    for (Rule rule : rules) {
      step(code, selection.of(rule), touched(rule, unlessUntouched), rule.up());
    }
  }

  /** A new row: a rule is left alone where both of its sides were given and agree. */
  void insertedDown(Code code, Selection selection) {
    rules.forEach(rule -> count(code, rule));
    for (Rule rule : newestFirst()) {
      step(code, selection.of(rule), unsettled(rule.down(), rule.up()), rule.down());
    }
  }

  /** The base table has counted for a client that gave no number. */
  private static void count(Code code, Rule rule) {
    for (Conversion up : rule.counted()) {
      code.begin("IF %s THEN", Compare.allNull(List.of(up)))
          .line(
              "%s := %s;",
              Compare.field("NEW", up.target().physical()), Compare.converted(up, "NEW"))
          .end("END IF;");
    }
  }

  void insertedUp(Code code, Selection selection) {
    for (Rule rule : rules) {
      Optional<Sql> condition =
          rule.down().isEmpty() && !rule.up().isEmpty()
              ? Optional.of(Compare.allNull(rule.up()))
              : unsettled(rule.up(), rule.down());
      step(code, selection.of(rule), condition, rule.up());
    }
  }

  /** Rules of a version that nothing writes through: what they fill is always derived. */
  void prepared(Code code, boolean inserted) {
    for (Rule rule : rules) {
      List<Holder> sources =
          rule.holders().stream()
              .filter(h -> rule.up().stream().anyMatch(c -> c.reads(h.physical())))
              .toList();
      Optional<Sql> condition =
          inserted ? Optional.empty() : Optional.of(Compare.changed(sources));
      if (inserted || !sources.isEmpty()) {
        step(code, Optional.empty(), condition, rule.up());
      }
    }
  }

  private List<Rule> newestFirst() {
    List<Rule> reversed = new ArrayList<>(rules);
    Collections.reverse(reversed);
    return reversed;
  }

  private static Optional<Sql> touched(Rule rule, boolean asked) {
    return asked ? Optional.of(Compare.changed(rule.holders())) : Optional.empty();
  }

  private static Optional<Sql> unsettled(List<Conversion> targets, List<Conversion> opposite) {
    return targets.isEmpty() || opposite.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Sql.of("%s OR %s", Compare.someNull(targets), Compare.unlike(opposite, "NEW")));
  }

  private static void step(
      Code code, Optional<Sql> selected, Optional<Sql> needed, List<Conversion> conversions) {
    if (conversions.isEmpty()) {
      return;
    }
    Optional<Sql> condition =
        selected.isPresent() && needed.isPresent()
            ? Optional.of(Sql.of("%s AND (%s)", selected.get(), needed.get()))
            : selected.or(() -> needed);
    condition.ifPresent(c -> code.begin("IF %s THEN", c));
    for (Conversion conversion : conversions) {
      code.line(
          "%s := %s;",
          Compare.field("NEW", conversion.target().physical()),
          Compare.converted(conversion, "NEW"));
    }
    condition.ifPresent(c -> code.end("END IF;"));
  }
}
