package dev.phase.yaml;

import dev.phase.problem.Place;
import dev.phase.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads the text of one YAML 1.2 document (core schema) into nodes. */
final class YamlParser {

  /** More than any file that a person keeps; an alias bomb passes it at once. */
  private static final int MAX_NODES = 200_000;

  private static final int MAX_DEPTH = 50;
  private static final Set<Tag> TEXT = Set.of(Tag.STR);
  private static final Set<Tag> PLAIN = Set.of(Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL);

  private final String file;
  private final Problems problems;
  private int nodes;

  YamlParser(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * The document's root, an empty scalar where it has none.
   *
   * @return absent where it is no YAML, which has been reported
   */
  Optional<Node> parse(String text) {
    try {
      Optional<org.snakeyaml.engine.v2.nodes.Node> root =
          new Compose(settings()).composeString(withoutMark(text));
      return root.map(node -> convert(node, 0))
          .or(() -> Optional.of(new Node.Scalar(new Place(file, 1, 1), "", true)));
    } catch (MarkedYamlEngineException e) {
      malformed(
          e.getProblemMark().or(e::getContextMark).map(this::place).orElse(Place.of(file)),
          e.getProblem() == null ? e.getContext() : e.getProblem());
    } catch (TooLarge e) {
      problems.add(
          e.place,
          "The file holds more values than a person writes, or aliases that multiply.",
          "Write the values out, or split the file.");
    } catch (YamlEngineException e) {
      malformed(Place.of(file), e.getMessage());
    } catch (StackOverflowError e) {
      malformed(Place.of(file), "it is nested too deep");
    }
    return Optional.empty();
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private LoadSettings settings() {
    return LoadSettings.builder()
        .setLabel(file)
        .setSchema(new CoreSchema())
        .setAllowDuplicateKeys(true)
        .setAllowNonScalarKeys(true)
        .build();
  }

  private void malformed(Place place, String reason) {
    problems.add(
        place,
        "This is not YAML: %s.".formatted(reason.strip().lines().findFirst().orElse("unreadable").replaceFirst("\\.$", "")),
        "Correct the indentation, the quotes or the brackets here or just above.");
  }

  private Node convert(org.snakeyaml.engine.v2.nodes.Node node, int depth) {
    Place place = node.getStartMark().map(this::place).orElse(Place.of(file));
    if (++nodes > MAX_NODES || depth > MAX_DEPTH) {
      throw new TooLarge(place);
    }
    if (node instanceof ScalarNode scalar) {
      return scalar(place, scalar);
    }
    if (node instanceof SequenceNode sequence) {
      requireTag(place, sequence, Set.of(Tag.SEQ));
      return new Node.Sequence(
          place, sequence.getValue().stream().map(n -> convert(n, depth + 1)).toList());
    }
    requireTag(place, node, Set.of(Tag.MAP));
    return mapping(place, (MappingNode) node, depth);
  }

  private Node.Scalar scalar(Place place, ScalarNode scalar) {
    if (!PLAIN.contains(scalar.getTag())) {
      requireTag(place, scalar, TEXT);
    }
    boolean plain = PLAIN.contains(scalar.getTag()) || scalar.isPlain();
    return new Node.Scalar(place, scalar.getValue(), plain);
  }

  private Node.Mapping mapping(Place place, MappingNode mapping, int depth) {
    List<Node.Entry> entries = new ArrayList<>();
    Map<String, Place> seen = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(convert(tuple.getKeyNode(), depth + 1) instanceof Node.Scalar key)) {
        problems.add(
            tuple.getKeyNode().getStartMark().map(this::place).orElse(place),
            "A key must be a name, but is a list or a mapping.",
            "Write one name before the colon.");
        continue;
      }
      Node value = convert(tuple.getValueNode(), depth + 1);
      Place first = seen.putIfAbsent(key.text(), key.place());
      if (first == null) {
        entries.add(new Node.Entry(key, value));
      } else {
        problems.add(
            key.place(),
            "Key `%s` is already on line %d.".formatted(key.text(), first.line()),
            "Remove one of them.");
      }
    }
    return new Node.Mapping(place, entries);
  }

  private void requireTag(
      Place place, org.snakeyaml.engine.v2.nodes.Node node, Set<Tag> allowed) {
    if (!allowed.contains(node.getTag())) {
      problems.add(
          place,
          "The tag %s means nothing here.".formatted(node.getTag().getValue()),
          "Remove the tag.");
    }
  }

  private Place place(Mark mark) {
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static final class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Place place;

    TooLarge(Place place) {
      this.place = place;
    }
  }
}
