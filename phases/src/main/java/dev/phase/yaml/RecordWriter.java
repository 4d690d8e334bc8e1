package dev.phase.yaml;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes values as JSON with the keys that files use; the other direction of {@link Binder}. */
final class RecordWriter {

  private final JsonGenerator out;

  RecordWriter(JsonGenerator out) {
    this.out = out;
  }

  void write(Object value, Type type) throws IOException {
    Class<?> raw = Types.raw(type);
    Optional<ScalarType> scalar = ScalarTypes.find(raw);
    if (raw == Optional.class) {
      write(((Optional<?>) value).orElseThrow(), Types.argument(type, 0));
    } else if (raw == List.class) {
      out.writeStartArray();
      for (Object element : (List<?>) value) {
        write(element, Types.argument(type, 0));
      }
      out.writeEndArray();
    } else if (raw == Map.class) {
      writeMap((Map<?, ?>) value, type);
    } else if (scalar.isPresent()) {
      writeScalar(value, scalar.get());
    } else if (Types.isKinds(raw)) {
      out.writeStartObject();
      out.writeFieldName(Names.kind(raw, value.getClass()));
      writeRecord(value);
      out.writeEndObject();
    } else {
      writeRecord(value);
    }
  }

  private void writeScalar(Object value, ScalarType scalar) throws IOException {
    String text = scalar.write().apply(value);
    if (scalar.quoted()) {
      out.writeString(text);
    } else {
      out.writeRawValue(text);
    }
  }

  private void writeMap(Map<?, ?> map, Type type) throws IOException {
    ScalarType key = ScalarTypes.find(Types.raw(Types.argument(type, 0))).orElseThrow();
    if (Types.mayBeKeys(type) && map.values().stream().allMatch(Optional.empty()::equals)) {
      out.writeStartArray();
      for (Object each : map.keySet()) {
        writeScalar(each, key);
      }
      out.writeEndArray();
      return;
    }
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((k, v) -> sorted.put(key.write().apply(k), v));
    out.writeStartObject();
    for (Map.Entry<String, Object> entry : sorted.entrySet()) {
      out.writeFieldName(entry.getKey());
      write(entry.getValue(), Types.argument(type, 1));
    }
    out.writeEndObject();
  }

  private void writeRecord(Object value) throws IOException {
    Map<String, Written> sorted = new TreeMap<>();
    collect(value, sorted);
    out.writeStartObject();
    for (Map.Entry<String, Written> entry : sorted.entrySet()) {
      out.writeFieldName(entry.getKey());
      write(entry.getValue().value(), entry.getValue().type());
    }
    out.writeEndObject();
  }

  private static void collect(Object value, Map<String, Written> into) {
    for (RecordShape.Field field : RecordShape.of(value.getClass()).fields()) {
      Object component = field.get(value);
      if (field.unwrapped()) {
        collect(component, into);
      } else if (!Types.absent(field.type()).filter(component::equals).isPresent()) {
        into.put(field.key(), new Written(component, field.type()));
      }
    }
  }

  private record Written(Object value, Type type) {}
}
