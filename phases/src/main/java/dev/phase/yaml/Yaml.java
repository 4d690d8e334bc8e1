package dev.phase.yaml;

import dev.phase.problem.Place;
import dev.phase.problem.Problems;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads YAML files into records.
 *
 * <p>A key is a record component's name in snake_case, or its {@code JsonProperty}. An Optional, a
 * List, a Map or a boolean may be missing; with {@code JsonProperty(required = true)} a list or map
 * must be there and have an entry. A record with a static {@code of(String)} may be written as a
 * text. A value of a sealed interface is a mapping with one key: its kind.
 */
public final class Yaml {

  private Yaml() {}

  /**
   * Reads a file's one document.
   *
   * @return absent where it cannot be read, which has been reported
   */
  public static Optional<Node> parse(Path file, Problems problems) {
    return bytes(file, problems).flatMap(bytes -> parse(file, bytes, problems));
  }

  /**
   * Reads the bytes of one document.
   *
   * @param file where they come from
   * @return absent where they are no YAML, which has been reported
   */
  public static Optional<Node> parse(Path file, byte[] bytes, Problems problems) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return parse(file.toString(), text, problems);
    } catch (CharacterCodingException e) {
      problems.add(
          Place.of(file.toString()), "The file is not UTF-8.", "Save it with this encoding.");
      return Optional.empty();
    }
  }

  /**
   * Reads a file as it is.
   *
   * @return absent where it cannot be read, which has been reported
   */
  public static Optional<byte[]> bytes(Path file, Problems problems) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      problems.add(
          Place.of(file.toString()),
          "The file cannot be read (%s).".formatted(e.getClass().getSimpleName()),
          "Make sure that it is a file and that you may read it.");
      return Optional.empty();
    }
  }

  /**
   * Reads the text of one document.
   *
   * @param file its name in problems
   * @return absent where it is no YAML, which has been reported
   */
  public static Optional<Node> parse(String file, String text, Problems problems) {
    return new YamlParser(file, problems).parse(text);
  }

  /**
   * Makes a record of a node.
   *
   * @return absent where anything in it is wrong, which has been reported
   */
  public static <T> Optional<Bound<T>> bind(Node node, Class<T> type, Problems problems) {
    Problems own = new Problems();
    Binder binder = new Binder(own);
    Optional<T> value = binder.bind(node, type, "").map(type::cast);
    own.list().forEach(problems::add);
    return value.filter(v -> own.isEmpty()).map(v -> new Bound<>(v, binder.positions()));
  }

  /** The name that files give to the kind of a value of this sealed interface. */
  public static <T> String kind(Class<T> sealed, T value) {
    return Names.kind(sealed, value.getClass());
  }

  /** The way to every value of a record that is one text, such as {@code [contract, keep]}. */
  public static List<List<String>> paths(Class<? extends Record> type) {
    return RecordShape.of(type).paths().toList();
  }
}
