package dev.phase.cli;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes records as JSON, one field per component under its name, and maps in the order of their keys;
 * an absent value is null.
 */
final class Json {

  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder();

  private Json() {}

  /** The value on indented lines. */
  static String of(Object value) {
    Json json = new Json();
    json.write(value, "\n");
    return json.out.toString();
  }

  private void write(Object value, String newLine) {
    if (value == null) {
      out.append("null");
    } else if (value instanceof Optional<?> optional) {
      write(optional.orElse(null), newLine);
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof Collection<?> collection) {
      writeArray(collection, newLine);
    } else if (value instanceof Map<?, ?> map) {
      writeObject(new TreeMap<>(map), newLine);
    } else if (value instanceof Record record) {
      writeObject(fields(record), newLine);
    } else {
      writeText(value.toString());
    }
  }

  private void writeArray(Collection<?> values, String newLine) {
    out.append('[');
    String inside = newLine + "  ";
    String separator = inside;
    for (Object value : values) {
      out.append(separator);
      write(value, inside);
      separator = "," + inside;
    }
    out.append(values.isEmpty() ? "]" : newLine + "]");
  }

  private void writeObject(Map<?, ?> fields, String newLine) {
    out.append('{');
    String inside = newLine + "  ";
    String separator = inside;
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      out.append(separator);
      writeText(field.getKey().toString());
      out.append(": ");
      write(field.getValue(), inside);
      separator = "," + inside;
    }
    out.append(newLine).append('}');
  }

  private static Map<String, Object> fields(Record record) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      fields.put(component.getName(), get(component, record));
    }
    return fields;
  }

  private static Object get(RecordComponent component, Record record) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void writeText(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
