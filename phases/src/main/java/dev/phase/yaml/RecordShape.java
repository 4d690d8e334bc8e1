package dev.phase.yaml;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How a record is written in a file: its keys, and how to make it from their values. */
final class RecordShape {

  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return new RecordShape(type);
        }
      };

  private final Class<?> type;
  private final List<Field> fields;
  private final Map<String, Field> byKey = new LinkedHashMap<>();
  private final Constructor<?> constructor;
  private final Optional<Method> shorthand;

  private RecordShape(Class<?> type) {
    this.type = type;
    RecordComponent[] components = type.getRecordComponents();
    this.fields = Arrays.stream(components).map(c -> field(type, c)).toList();
    keyed().forEach(f -> byKey.put(f.key(), f));
    try {
      this.constructor =
          accessible(
              type.getDeclaredConstructor(
                  Arrays.stream(components)
                      .map(RecordComponent::getType)
                      .toArray(Class<?>[]::new)));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("Every record has a canonical constructor.", e);
    }
    this.shorthand =
        Arrays.stream(type.getDeclaredMethods())
            .filter(m -> m.getName().equals("of") && m.getReturnType() == type)
            .filter(m -> Modifier.isStatic(m.getModifiers()) && Modifier.isPublic(m.getModifiers()))
            .filter(m -> Arrays.equals(m.getParameterTypes(), new Class<?>[] {String.class}))
            .map(RecordShape::accessible)
            .findFirst();
  }

  static RecordShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  /** One component for each, in the record's order. */
  List<Field> fields() {
    return fields;
  }

  /** The fields that have keys of their own: those of an unwrapped record in its place. */
  Stream<Field> keyed() {
    return fields.stream()
        .flatMap(f -> f.unwrapped() ? of((Class<?>) f.type()).keyed() : Stream.of(f));
  }

  /** The fields that have keys of their own, by key, in the record's order. */
  Map<String, Field> byKey() {
    return Collections.unmodifiableMap(byKey);
  }

  /** The way to every value that is one text, and so can come from a flag. */
  Stream<List<String>> paths() {
    return keyed()
        .filter(field -> Types.raw(Types.present(field.type())) != List.class)
        .flatMap(
            field -> {
              Class<?> inner = Types.raw(Types.present(field.type()));
              boolean nested = inner.isRecord() && ScalarTypes.find(inner).isEmpty();
              return nested
                  ? of(inner)
                      .paths()
                      .map(p -> Stream.concat(Stream.of(field.key()), p.stream()).toList())
                  : Stream.of(List.of(field.key()));
            });
  }

  /** Whether a mere text stands for the record too. */
  boolean hasShorthand() {
    return shorthand.isPresent();
  }

  /**
   * @throws IllegalArgumentException what the record says against the values
   */
  Object create(Object... values) {
    return invoke(() -> constructor.newInstance(values));
  }

  /**
   * @throws IllegalArgumentException what the record says against the text
   */
  Object createFromText(String text) {
    return invoke(() -> shorthand.orElseThrow().invoke(null, text));
  }

  private static Field field(Class<?> type, RecordComponent component) {
    try {
      java.lang.reflect.Field declared = type.getDeclaredField(component.getName());
      Optional<JsonProperty> property =
          Optional.ofNullable(declared.getAnnotation(JsonProperty.class));
      return new Field(
          property
              .map(JsonProperty::value)
              .filter(name -> !name.isEmpty())
              .orElseGet(() -> Names.snake(component.getName())),
          component.getGenericType(),
          accessible(component.getAccessor()),
          declared.isAnnotationPresent(JsonUnwrapped.class),
          property.filter(JsonProperty::required).isPresent(),
          Optional.ofNullable(declared.getAnnotation(Bounds.class)));
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("Every record component has a field.", e);
    }
  }

  private static <T extends AccessibleObject> T accessible(T member) {
    member.setAccessible(true);
    return member;
  }

  private Object invoke(Reflective call) {
    try {
      return call.run();
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException("Cannot make a %s.".formatted(type.getName()), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a %s.".formatted(type.getName()), e);
    }
  }

  private interface Reflective {
    Object run() throws ReflectiveOperationException;
  }

  /**
   * A component of a record.
   *
   * @param unwrapped whether its own keys stand beside its neighbours', without a key for itself
   * @param filled whether a list or a map must have an entry
   */
  record Field(
      String key,
      Type type,
      Method accessor,
      boolean unwrapped,
      boolean filled,
      Optional<Bounds> bounds) {

    /** What a missing key means; absent where the key must not be missing. */
    Optional<Object> absent() {
      return filled ? Optional.empty() : Types.absent(type);
    }

    Object get(Object of) {
      try {
        return accessor.invoke(of);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("Cannot read `%s`.".formatted(key), e);
      }
    }
  }
}
