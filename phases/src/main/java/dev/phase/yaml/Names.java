package dev.phase.yaml;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Field;
import java.util.Locale;
import java.util.regex.Pattern;

/** How Java's names read in files. */
final class Names {

  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private Names() {}

  /** {@code lockTimeout} reads {@code lock_timeout}. */
  static String snake(String camel) {
    return HUMP.matcher(camel).replaceAll("_").toLowerCase(Locale.ROOT);
  }

  /** {@code BY_DEFAULT} reads {@code by_default}, unless its {@code JsonProperty} says otherwise. */
  static String constant(Enum<?> constant) {
    JsonProperty property = field(constant).getAnnotation(JsonProperty.class);
    return property == null ? constant.name().toLowerCase(Locale.ROOT) : property.value();
  }

  private static Field field(Enum<?> constant) {
    try {
      return constant.getDeclaringClass().getField(constant.name());
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("Every constant has a field.", e);
    }
  }

  /** {@code AddColumn}, an {@code Operation}, reads {@code add_column}; its suffix adds nothing. */
  static String kind(Class<?> sealed, Class<?> permitted) {
    String name = permitted.getSimpleName();
    String suffix = sealed.getSimpleName();
    boolean redundant = name.endsWith(suffix) && name.length() > suffix.length();
    return snake(redundant ? name.substring(0, name.length() - suffix.length()) : name);
  }
}
