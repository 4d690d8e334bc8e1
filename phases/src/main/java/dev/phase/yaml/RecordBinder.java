package dev.phase.yaml;

import dev.phase.problem.Problems;
import dev.phase.yaml.RecordShape.Field;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Makes one record of a mapping, or of the text that stands for it. */
final class RecordBinder {

  private final Binder binder;
  private final Problems problems;
  private final RecordShape shape;
  private final Map<String, Object> values = new HashMap<>();
  private final Set<String> wrong = new HashSet<>();

  RecordBinder(Binder binder, Problems problems, Class<?> type) {
    this.binder = binder;
    this.problems = problems;
    this.shape = RecordShape.of(type);
  }

  Optional<Object> bind(Node node, String path) {
    if (node instanceof Node.Scalar scalar && shape.hasShorthand() && !scalar.isNull()) {
      return create(node, path, () -> shape.createFromText(scalar.text()));
    }
    if (!(node instanceof Node.Mapping mapping)) {
      return binder.wrongNode(
          node,
          path,
          shape.hasShorthand() ? "a text or a mapping" : "a mapping",
          "Write `key: value`; the keys are %s."
              .formatted(String.join(", ", shape.byKey().keySet())));
    }
    Map<String, Field> fields = shape.byKey();
    for (Node.Entry entry : mapping.entries()) {
      if (fields.containsKey(entry.name())) {
        bindField(entry, fields.get(entry.name()), Binder.child(path, entry.name()));
      } else {
        unknown(entry, path, fields.keySet());
      }
    }
    return build(shape, mapping, path);
  }

  private void bindField(Node.Entry entry, Field field, String path) {
    Optional<Object> bound =
        binder.bind(entry.value(), field.type(), path).filter(v -> holds(entry, field, v));
    bound.ifPresentOrElse(v -> values.put(field.key(), v), () -> wrong.add(field.key()));
  }

  private boolean holds(Node.Entry entry, Field field, Object value) {
    boolean empty =
        value instanceof Collection<?> list && list.isEmpty()
            || value instanceof Map<?, ?> map && map.isEmpty();
    if (field.filled() && empty) {
      problems.add(
          entry.value().place(),
          "`%s` is empty.".formatted(field.key()),
          "Give it at least one entry.");
      return false;
    }
    return field.bounds().isEmpty() || isWithin(entry, field, value, field.bounds().get());
  }

  private boolean isWithin(Node.Entry entry, Field field, Object value, Bounds bounds) {
    if (compare(field, value, bounds.least()) < 0) {
      problems.add(
          entry.value().place(),
          "`%s` is %s, which is too small.".formatted(field.key(), entry.value().kind()),
          "Write %s or more.".formatted(bounds.least()));
      return false;
    }
    if (!bounds.most().isEmpty() && compare(field, value, bounds.most()) > 0) {
      problems.add(
          entry.value().place(),
          "`%s` is %s, which is too large.".formatted(field.key(), entry.value().kind()),
          "Write %s or less.".formatted(bounds.most()));
      return false;
    }
    return true;
  }

  @SuppressWarnings("unchecked")
  private static int compare(Field field, Object value, String bound) {
    Type inner = field.type();
    Object given = value;
    if (value instanceof Optional<?> optional) {
      inner = Types.argument(inner, 0);
      given = optional.orElseThrow();
    }
    Object limit = ScalarTypes.find(Types.raw(inner)).orElseThrow().parse().apply(bound);
    return ((Comparable<Object>) given).compareTo(limit);
  }

  private void unknown(Node.Entry entry, String path, Set<String> known) {
    problems.add(
        entry.key().place(),
        "Unknown key `%s`%s.".formatted(entry.name(), in(path)),
        Suggestion.remedy(entry.name(), known));
  }

  private Optional<Object> build(RecordShape of, Node.Mapping mapping, String path) {
    Object[] arguments = new Object[of.fields().size()];
    boolean complete = true;
    for (int i = 0; i < arguments.length; i++) {
      Optional<Object> argument = argument(of.fields().get(i), mapping, path);
      complete &= argument.isPresent();
      arguments[i] = argument.orElse(null);
    }
    return complete ? create(mapping, path, () -> of.create(arguments)) : Optional.empty();
  }

  private Optional<Object> argument(Field field, Node.Mapping mapping, String path) {
    if (field.unwrapped()) {
      return build(RecordShape.of((Class<?>) field.type()), mapping, path);
    }
    Optional<Object> value = Optional.ofNullable(values.get(field.key())).or(field::absent);
    if (wrong.contains(field.key())) {
      return Optional.empty();
    }
    if (value.isEmpty()) {
      problems.add(
          mapping.place(),
          "Key `%s` is missing%s.".formatted(field.key(), in(path)),
          "Add `%s:`%s.".formatted(field.key(), expected(field)));
    }
    return value;
  }

  private static String expected(Field field) {
    return ScalarTypes.find(Types.raw(field.type()))
        .map(scalar -> " with " + scalar.expected())
        .orElse("");
  }

  private Optional<Object> create(Node node, String path, Supplier<Object> make) {
    try {
      return Optional.of(make.get());
    } catch (IllegalArgumentException e) {
      return binder.refused(node, e, path);
    }
  }

  private static String in(String path) {
    return path.isEmpty() ? "" : " in `%s`".formatted(Binder.last(path));
  }
}
