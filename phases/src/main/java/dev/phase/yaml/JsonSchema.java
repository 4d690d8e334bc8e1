package dev.phase.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Describes the files that {@link Yaml} reads into a record as JSON Schema (2020-12), for editors. */
public final class JsonSchema {

  private final Map<String, Object> definitions = new TreeMap<>();

  private JsonSchema() {}

  /**
   * @param title what the file is
   * @return indented text with a line break at its end
   */
  public static String of(Class<? extends Record> root, String title) {
    JsonSchema schema = new JsonSchema();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put("title", title);
    document.putAll(schema.mapping(root));
    if (!schema.definitions.isEmpty()) {
      document.put("$defs", schema.definitions);
    }
    return print(document);
  }

  private Map<String, Object> describe(Type type) {
    Class<?> raw = Types.raw(type);
    if (raw == Optional.class) {
      return describe(Types.argument(type, 0));
    }
    if (raw == List.class) {
      return Map.of("type", "array", "items", describe(Types.argument(type, 0)));
    }
    if (raw == Map.class) {
      Map<String, Object> object =
          Map.of("type", "object", "additionalProperties", describe(Types.argument(type, 1)));
      return Types.mayBeKeys(type)
          ? Map.of(
              "oneOf",
              List.of(
                  Map.of("type", "array", "items", describe(Types.argument(type, 0))), object))
          : object;
    }
    Optional<ScalarType> scalar = ScalarTypes.find(raw);
    if (scalar.isPresent()) {
      return scalar.get().schema();
    }
    String name = definitionName(raw);
    if (definitions.putIfAbsent(name, Map.of()) == null) {
      definitions.put(name, Types.isKinds(raw) ? kinds(raw) : record(raw));
    }
    return Map.of("$ref", "#/$defs/" + name);
  }

  private Map<String, Object> record(Class<?> type) {
    return RecordShape.of(type).hasShorthand()
        ? Map.of("oneOf", List.of(Map.of("type", "string"), mapping(type)))
        : mapping(type);
  }

  private Map<String, Object> mapping(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    RecordShape.of(type)
        .keyed()
        .forEach(
            field -> {
              properties.put(field.key(), property(field));
              if (field.absent().isEmpty()) {
                required.add(field.key());
              }
            });
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("properties", properties);
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    object.put("additionalProperties", false);
    return object;
  }

  private Map<String, Object> property(RecordShape.Field field) {
    Map<String, Object> property = new TreeMap<>(describe(field.type()));
    if (field.filled() && property.containsKey("type")) {
      property.put("array".equals(property.get("type")) ? "minItems" : "minProperties", 1);
    }
    if (field.bounds().isPresent() && "integer".equals(property.get("type"))) {
      Bounds bounds = field.bounds().get();
      property.put("minimum", Long.valueOf(bounds.least()));
      if (!bounds.most().isEmpty()) {
        property.put("maximum", Long.valueOf(bounds.most()));
      }
    }
    return property;
  }

  /** One key, so that an editor offers the kinds and then the fields of the one that was chosen. */
  private Map<String, Object> kinds(Class<?> sealed) {
    Map<String, Object> properties = new TreeMap<>();
    Types.kinds(sealed).forEach((kind, type) -> properties.put(kind, describe(type)));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("properties", properties);
    object.put("minProperties", 1);
    object.put("maxProperties", 1);
    object.put("additionalProperties", false);
    return object;
  }

  /** A record inside another one is named after both. */
  private static String definitionName(Class<?> type) {
    String name = Names.snake(type.getSimpleName());
    return type.getDeclaringClass() == null
        ? name
        : definitionName(type.getDeclaringClass()) + "_" + name;
  }

  private static String print(Map<String, Object> document) {
    StringWriter text = new StringWriter();
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      out.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
      print(document, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text + "\n";
  }

  private static void print(Object value, JsonGenerator out) throws IOException {
    if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      // Immutable maps have an order of their own at each start of the JVM.
      Map<?, ?> ordered = map instanceof LinkedHashMap ? map : new TreeMap<>(map);
      for (Map.Entry<?, ?> entry : ordered.entrySet()) {
        out.writeFieldName((String) entry.getKey());
        print(entry.getValue(), out);
      }
      out.writeEndObject();
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      for (Object element : list) {
        print(element, out);
      }
      out.writeEndArray();
    } else if (value instanceof String text) {
      out.writeString(text);
    } else if (value instanceof Boolean truth) {
      out.writeBoolean(truth);
    } else {
      out.writeNumber(((Number) value).longValue());
    }
  }
}
