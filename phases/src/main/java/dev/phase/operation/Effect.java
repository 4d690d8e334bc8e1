package dev.phase.operation;

import static java.util.Objects.requireNonNull;

import dev.phase.need.Need;
import dev.phase.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** What an operation makes of a schema, and what it needs for that, in the order of its contract. */
public record Effect(Schema after, List<Need> needs) {

  public Effect {
    requireNonNull(after, "after is null");
    needs = List.copyOf(needs);
  }

  static Effect of(Schema after, Need... needs) {
    return new Effect(after, List.of(needs));
  }

  /** This effect and then another one that started where this one ended. */
  Effect then(Effect next) {
    List<Need> all = new ArrayList<>(needs);
    all.addAll(next.needs);
    return new Effect(next.after, all);
  }
}
