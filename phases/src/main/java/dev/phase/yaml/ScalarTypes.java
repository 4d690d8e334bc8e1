package dev.phase.yaml;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types that are written as one word or text. */
final class ScalarTypes {

  private static final ClassValue<Optional<ScalarType>> TYPES =
      new ClassValue<>() {
        @Override
        protected Optional<ScalarType> computeValue(Class<?> type) {
          return make(type);
        }
      };

  private ScalarTypes() {}

  /** How values of this type are written; absent where they are more than one text. */
  static Optional<ScalarType> find(Class<?> type) {
    return TYPES.get(type);
  }

  private static Optional<ScalarType> make(Class<?> type) {
    if (type == String.class) {
      return Optional.of(text("a text", text -> text, value -> (String) value, Map.of()));
    }
    if (type == boolean.class || type == Boolean.class) {
      return Optional.of(
          plain("true or false", ScalarTypes::parseBoolean, Map.of("type", "boolean")));
    }
    if (type == int.class || type == Integer.class) {
      return Optional.of(plain("a whole number", Integer::valueOf, Map.of("type", "integer")));
    }
    if (type == long.class || type == Long.class) {
      return Optional.of(plain("a whole number", Long::valueOf, Map.of("type", "integer")));
    }
    if (type == Duration.class) {
      return Optional.of(
          new ScalarType(
              "a duration such as 500ms, 5s, 10m, 24h or 7d",
              true,
              Optional.empty(),
              text -> Durations.find(text).orElseThrow(IllegalArgumentException::new),
              value -> Durations.format((Duration) value),
              Map.of("type", "string", "pattern", "^" + Durations.PATTERN + "$")));
    }
    if (type.isEnum()) {
      return Optional.of(constants(type));
    }
    return type.isRecord() ? wrapped(type) : Optional.empty();
  }

  /** A record around one text, marked with JsonValue: a name, an expression. */
  private static Optional<ScalarType> wrapped(Class<?> type) {
    RecordShape shape = RecordShape.of(type);
    RecordComponent[] components = type.getRecordComponents();
    if (components.length != 1
        || components[0].getType() != String.class
        || !components[0].getAccessor().isAnnotationPresent(JsonValue.class)) {
      return Optional.empty();
    }
    Function<Object, String> write = value -> (String) shape.fields().get(0).get(value);
    if (type == SqlExpression.class) {
      return Optional.of(
          new ScalarType("an SQL expression", true, Optional.of("NULL"), shape::create, write,
              Map.of("type", List.of("string", "number", "boolean", "null"))));
    }
    return Optional.of(
        type == Identifier.class
            ? text("a name", shape::create, write,
                Map.of("minLength", 1, "maxLength", Identifier.MAX_BYTES))
            : text("a text", shape::create, write, Map.of()));
  }

  private static ScalarType constants(Class<?> type) {
    Map<String, Object> constants =
        Arrays.stream(type.getEnumConstants())
            .collect(Collectors.toMap(c -> Names.constant((Enum<?>) c), Function.identity()));
    List<String> allowed =
        Stream.of(type.getEnumConstants()).map(c -> Names.constant((Enum<?>) c)).toList();
    return new ScalarType(
        allowed.size() == 1 ? allowed.get(0) : "one of " + String.join(", ", allowed),
        true,
        Optional.empty(),
        text ->
            Optional.ofNullable(constants.get(text)).orElseThrow(IllegalArgumentException::new),
        value -> Names.constant((Enum<?>) value),
        Map.of("enum", allowed));
  }

  /** Numbers and truth values count as the text that was written. */
  private static ScalarType text(
      String expected,
      Function<String, Object> parse,
      Function<Object, String> write,
      Map<String, Object> schema) {
    Map<String, Object> all = new HashMap<>(schema);
    all.put("type", List.of("string", "number", "boolean"));
    return new ScalarType(expected, true, Optional.empty(), parse, write, Map.copyOf(all));
  }

  private static ScalarType plain(
      String expected, Function<String, Object> parse, Map<String, Object> schema) {
    return new ScalarType(expected, false, Optional.empty(), parse, Object::toString, schema);
  }

  private static boolean parseBoolean(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }
}
