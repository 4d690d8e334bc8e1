package dev.phase.operation;

import static java.util.Objects.requireNonNull;

import dev.phase.need.Decision;
import dev.phase.need.Need;
import dev.phase.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an operation makes of a schema, and what it needs for that, in the order of its contract.
 *
 * @param decisions which of several ways it takes, and why
 */
public record Effect(Schema after, List<Need> needs, List<Decision> decisions) {

  public Effect {
    requireNonNull(after, "after is null");
    needs = List.copyOf(needs);
    decisions = List.copyOf(decisions);
  }

  Effect(Schema after, List<Need> needs) {
    this(after, needs, List.of());
  }

  static Effect of(Schema after, Need... needs) {
    return new Effect(after, List.of(needs));
  }

  /** The same effect, with the reasons for it. */
  Effect because(Decision... reasons) {
    return new Effect(
        after, needs, Stream.concat(decisions.stream(), Stream.of(reasons)).toList());
  }

  /** This effect and then another one that started where this one ended. */
  Effect then(Effect next) {
    List<Need> all = new ArrayList<>(needs);
    all.addAll(next.needs);
    return new Effect(
        next.after, all, Stream.concat(decisions.stream(), next.decisions.stream()).toList());
  }
}
