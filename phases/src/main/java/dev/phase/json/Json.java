package dev.phase.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/**
 * Windows, plans and steps as JSON: one key for each record component, and {@code type} for which of
 * a sealed interface's records it is. Thread-safe.
 */
public final class Json {

  private Json() {}

  /** The JSON of a record. */
  public static String write(Object value) {
    try {
      return Holder.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "A %s cannot be written as JSON.".formatted(value.getClass().getName()), e);
    }
  }

  /**
   * The value that was written.
   *
   * @param type its class, or a sealed interface that it implements
   * @throws IllegalArgumentException where the text does not describe one
   */
  public static <T> T read(String json, Class<T> type) {
    try {
      return Holder.MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "The stored JSON describes no %s.".formatted(type.getSimpleName()), e);
    }
  }

  /** Made at first use: commands that store nothing do not pay for it. */
  private static final class Holder {

    static final ObjectMapper MAPPER =
        JsonMapper.builder()
            .addModule(new Jdk8Module())
            .annotationIntrospector(new SealedTypes())
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
  }
}
