package dev.phase.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks into the types of record components. */
final class Types {

  private static final ClassValue<Map<String, Class<?>>> KINDS =
      new ClassValue<>() {
        @Override
        protected Map<String, Class<?>> computeValue(Class<?> sealed) {
          Map<String, Class<?>> kinds = new LinkedHashMap<>();
          Arrays.stream(sealed.getPermittedSubclasses())
              .forEach(permitted -> kinds.put(Names.kind(sealed, permitted), permitted));
          return Collections.unmodifiableMap(kinds);
        }
      };

  private Types() {}

  static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }

  static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }

  /** What an Optional holds where it holds anything; other types as they are. */
  static Type present(Type type) {
    return raw(type) == Optional.class ? argument(type, 0) : type;
  }

  /** Whether a list of keys stands for the map: its values may be absent. */
  static boolean mayBeKeys(Type map) {
    return raw(argument(map, 1)) == Optional.class;
  }

  /** What a value of this type is where the file has none; absent where it must have one. */
  static Optional<Object> absent(Type type) {
    Class<?> raw = raw(type);
    if (raw == Optional.class) {
      return Optional.of(Optional.empty());
    }
    if (raw == List.class) {
      return Optional.of(List.of());
    }
    if (raw == Map.class) {
      return Optional.of(Map.of());
    }
    return raw == boolean.class ? Optional.of(false) : Optional.empty();
  }

  /** Whether values are written as one key that names their kind, above their own keys. */
  static boolean isKinds(Class<?> raw) {
    return raw.isInterface() && raw.isSealed();
  }

  /** The permitted records by the name that files give them. */
  static Map<String, Class<?>> kinds(Class<?> sealed) {
    return KINDS.get(sealed);
  }
}
