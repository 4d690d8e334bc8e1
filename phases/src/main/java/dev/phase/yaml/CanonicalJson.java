package dev.phase.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.phase.problem.Place;
import dev.phase.problem.Problems;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The one JSON text of what a file says. It has the file's own keys, sorted, and leaves out whatever a
 * missing key says as well; so neither layout nor order nor a key that is invented later changes it.
 */
public final class CanonicalJson {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String STORED = "stored JSON";

  private CanonicalJson() {}

  /** The JSON of a record that {@link Yaml} can bind. */
  public static String write(Record value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      new RecordWriter(out).write(value, value.getClass());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * The value that was written.
   *
   * @throws IllegalArgumentException where the text does not describe one
   */
  public static <T extends Record> T read(String json, Class<T> type) {
    Problems problems = new Problems();
    try (JsonParser in = JSON.createParser(json)) {
      in.nextToken();
      return Yaml.bind(node(in), type, problems)
          .map(Bound::value)
          .orElseThrow(() -> new IllegalArgumentException(problems.toString()));
    } catch (IOException e) {
      throw new IllegalArgumentException("The stored text is not JSON.", e);
    }
  }

  private static Node node(JsonParser in) throws IOException {
    Place place = Place.of(STORED);
    if (in.currentToken() == JsonToken.START_ARRAY) {
      List<Node> elements = new ArrayList<>();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        elements.add(node(in));
      }
      return new Node.Sequence(place, elements);
    }
    if (in.currentToken() == JsonToken.START_OBJECT) {
      List<Node.Entry> entries = new ArrayList<>();
      while (in.nextToken() != JsonToken.END_OBJECT) {
        Node.Scalar key = new Node.Scalar(place, in.currentName(), true);
        in.nextToken();
        entries.add(new Node.Entry(key, node(in)));
      }
      return new Node.Mapping(place, entries);
    }
    boolean plain = in.currentToken() != JsonToken.VALUE_STRING;
    return new Node.Scalar(place, in.getText(), plain);
  }
}
