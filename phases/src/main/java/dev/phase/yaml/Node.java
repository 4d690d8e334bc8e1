package dev.phase.yaml;

import static java.util.Objects.requireNonNull;

import dev.phase.problem.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A value as written, before it is bound to a type. Keys of a mapping are distinct. */
public sealed interface Node {

  /** Where it starts. */
  Place place();

  /** In the words of a message. */
  String kind();

  /**
   * Text, a number, true, false or null.
   *
   * @param plain whether it was written without quotes, so that {@code true} is no text
   */
  record Scalar(Place place, String text, boolean plain) implements Node {

    private static final int SHOWN = 100;
    private static final Set<String> NULLS = Set.of("", "null", "Null", "NULL", "~");

    public Scalar {
      requireNonNull(place, "place is null");
      requireNonNull(text, "text is null");
    }

    /** Whether it says that there is no value. */
    public boolean isNull() {
      return plain && NULLS.contains(text);
    }

    @Override
    public String kind() {
      if (isNull()) {
        return "empty";
      }
      String line = text.lines().findFirst().orElse("");
      boolean isLong = !line.equals(text) || line.length() > SHOWN;
      return isLong
          ? '"' + line.substring(0, Math.min(SHOWN, line.length())) + "…\""
          : '"' + text + '"';
    }
  }

  /** Nodes in their order. */
  record Sequence(Place place, List<Node> elements) implements Node {

    public Sequence {
      requireNonNull(place, "place is null");
      elements = List.copyOf(elements);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** One key with its value. */
  record Entry(Scalar key, Node value) {

    String name() {
      return key.text();
    }
  }

  /** Entries in their order. */
  record Mapping(Place place, List<Entry> entries) implements Node {

    public Mapping {
      requireNonNull(place, "place is null");
      entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
      return "a mapping";
    }

    /** The same mapping with this value at the end of the path, made or replaced. */
    public Mapping with(List<String> path, Scalar value) {
      String head = path.get(0);
      List<String> tail = path.subList(1, path.size());
      Node old =
          entries.stream()
              .filter(e -> e.name().equals(head))
              .map(Entry::value)
              .findFirst()
              .orElse(value);
      Mapping inner =
          old instanceof Mapping mapping ? mapping : new Mapping(value.place(), List.of());
      List<Entry> changed = new ArrayList<>(entries);
      changed.removeIf(e -> e.name().equals(head));
      Node changedValue = tail.isEmpty() ? value : inner.with(tail, value);
      changed.add(new Entry(new Scalar(value.place(), head, true), changedValue));
      return new Mapping(place, changed);
    }
  }
}
