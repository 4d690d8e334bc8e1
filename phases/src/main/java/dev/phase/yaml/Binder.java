package dev.phase.yaml;

import dev.phase.problem.Place;
import dev.phase.problem.Problems;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes records of nodes. Where a node is wrong it says so and goes on, to find all of it. */
final class Binder {

  private final Problems problems;
  private final Map<String, Place> places = new HashMap<>();

  Binder(Problems problems) {
    this.problems = problems;
  }

  Positions positions() {
    return new Positions(places);
  }

  /**
   * @param path the way to the node; empty for the root
   * @return absent where the node is wrong, which has been reported
   */
  Optional<Object> bind(Node node, Type type, String path) {
    places.put(path, node.place());
    Class<?> raw = Types.raw(type);
    if (raw == Optional.class) {
      return bind(node, Types.argument(type, 0), path).map(Optional::of);
    }
    if (raw == List.class) {
      return list(node, Types.argument(type, 0), path);
    }
    if (raw == Map.class) {
      return map(node, type, path);
    }
    Optional<ScalarType> scalar = ScalarTypes.find(raw);
    if (scalar.isPresent()) {
      return scalar(node, scalar.get(), path);
    }
    if (Types.isKinds(raw)) {
      return kind(node, raw, path);
    }
    return new RecordBinder(this, problems, raw).bind(node, path);
  }

  private Optional<Object> list(Node node, Type element, String path) {
    if (!(node instanceof Node.Sequence sequence)) {
      return wrongNode(
          node, path, "a list", "Start each entry with a dash, or put all in brackets.");
    }
    List<Optional<Object>> bound = new ArrayList<>();
    for (int i = 0; i < sequence.elements().size(); i++) {
      bound.add(bind(sequence.elements().get(i), element, path + "[" + i + "]"));
    }
    return bound.stream().allMatch(Optional::isPresent)
        ? Optional.of(bound.stream().map(Optional::get).toList())
        : Optional.empty();
  }

  private Optional<Object> map(Node node, Type type, String path) {
    if (node instanceof Node.Sequence && Types.mayBeKeys(type)) {
      return list(node, Types.argument(type, 0), path).map(Binder::withoutValues);
    }
    if (!(node instanceof Node.Mapping mapping)) {
      return wrongNode(node, path, "a mapping", "Write `key: value` in it.");
    }
    Map<Object, Object> bound = new LinkedHashMap<>();
    boolean complete = true;
    for (Node.Entry entry : mapping.entries()) {
      String inner = child(path, entry.name());
      Optional<Object> key = bind(entry.key(), Types.argument(type, 0), inner);
      Optional<Object> value = bind(entry.value(), Types.argument(type, 1), inner);
      complete &= key.isPresent() && value.isPresent();
      key.ifPresent(k -> value.ifPresent(v -> bound.put(k, v)));
    }
    return complete ? Optional.of(Collections.unmodifiableMap(bound)) : Optional.empty();
  }

  private static Object withoutValues(Object keys) {
    Map<Object, Object> map = new LinkedHashMap<>();
    ((List<?>) keys).forEach(key -> map.put(key, Optional.empty()));
    return Collections.unmodifiableMap(map);
  }

  private Optional<Object> kind(Node node, Class<?> sealed, String path) {
    String what = Names.snake(sealed.getSimpleName()).replace('_', ' ');
    Map<String, Class<?>> kinds = Types.kinds(sealed);
    if (!(node instanceof Node.Mapping mapping)) {
      return wrongNode(
          node, path, "a mapping", "Write its kind as the key, for instance `%s:`."
              .formatted(kinds.keySet().iterator().next()));
    }
    if (mapping.entries().size() != 1) {
      return problem(
          node.place(),
          "This %s must have one key, its kind, but has %s."
              .formatted(what, mapping.entries().isEmpty() ? "none" : names(mapping)),
          "Indent its fields below the kind, and start each %s with a dash of its own."
              .formatted(what));
    }
    Node.Entry entry = mapping.entries().get(0);
    Class<?> permitted = kinds.get(entry.name());
    if (permitted == null) {
      return problem(
          entry.key().place(),
          "There is no %s `%s`.".formatted(what, entry.name()),
          Suggestion.remedy(entry.name(), kinds.keySet()));
    }
    return bind(entry.value(), permitted, child(path, entry.name()));
  }

  private Optional<Object> scalar(Node node, ScalarType type, String path) {
    if (!(node instanceof Node.Scalar scalar)) {
      return wrongNode(node, path, type);
    }
    boolean writtenNull = scalar.isNull() && !scalar.text().isEmpty();
    if (scalar.isNull() && !(writtenNull && type.ofNull().isPresent())) {
      return problem(
          node.place(),
          "`%s` has no value.".formatted(last(path)),
          "Write %s, or remove the key.".formatted(type.expected()));
    }
    if (!type.quoted() && !scalar.plain()) {
      return wrongNode(node, path, type.expected(), "Write it without quotes.");
    }
    try {
      String text = writtenNull ? type.ofNull().orElseThrow() : scalar.text();
      return Optional.of(type.parse().apply(text));
    } catch (NumberFormatException e) {
      return wrongNode(node, path, type);
    } catch (IllegalArgumentException e) {
      return e.getMessage() == null
          ? wrongNode(node, path, type)
          : refused(node, e, path);
    }
  }

  private Optional<Object> wrongNode(Node node, String path, ScalarType type) {
    return wrongNode(node, path, type.expected(), "Write %s.".formatted(type.expected()));
  }

  Optional<Object> wrongNode(Node node, String path, String expected, String remedy) {
    return problem(
        node.place(),
        "%s must be %s, but is %s."
            .formatted(path.isEmpty() ? "The file" : "`" + last(path) + "`", expected, node.kind()),
        remedy);
  }

  /** What a constructor says against a value. */
  Optional<Object> refused(Node node, IllegalArgumentException reason, String path) {
    String what = reason.getMessage();
    return problem(
        node.place(),
        what.endsWith(".") ? what : what + ".",
        "Correct `%s`.".formatted(last(path)));
  }

  Optional<Object> problem(Place place, String what, String remedy) {
    problems.add(place, what, remedy);
    return Optional.empty();
  }

  static String child(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** The part of the path that a reader looks for in the file. */
  static String last(String path) {
    return path.isEmpty() ? "the file" : path.substring(path.lastIndexOf('.') + 1);
  }

  private static String names(Node.Mapping mapping) {
    return String.join(
        ", ", mapping.entries().stream().map(e -> "`" + e.name() + "`").toList());
  }
}
