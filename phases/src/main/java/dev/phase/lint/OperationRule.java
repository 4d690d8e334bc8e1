package dev.phase.lint;

import dev.phase.operation.Operation;
import dev.phase.plan.Source;
import java.util.function.BiConsumer;

/**
 * A choice in an operation that is regretted later.
 *
 * @param check reports what it finds of this kind of operation
 */
record OperationRule<O extends Operation>(String id, Class<O> on, BiConsumer<O, Report> check) {

  /** Takes what a rule has found. */
  interface Report {
    /**
     * @param field the way from the operation to the place, such as {@code columns[0].type}
     */
    void add(String field, String what, String remedy);
  }

  void check(Operation operation, Source source, Sink sink) {
    if (on.isInstance(operation)) {
      check.accept(
          on.cast(operation),
          (field, what, remedy) -> sink.add(id, source.child(field), what, remedy));
    }
  }

  /** Takes what all rules have found. */
  interface Sink {
    void add(String rule, Source source, String what, String remedy);
  }
}
