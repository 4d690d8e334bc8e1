package dev.phase.jpa.entity;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * A field of an entity, or of what an entity embeds.
 *
 * @param entity the entity's class
 * @param path the way to the field from there; empty for the entity itself
 * @param holder the class that has the last field of the path, or for the entity itself its class
 */
record Place(String entity, String path, Class<?> holder) {

  Place field(String name) {
    return new Place(entity, path.isEmpty() ? name : path + "." + name, holder);
  }

  /** The same place, the fields of whose value come next. */
  Place within(Class<?> embedded) {
    return new Place(entity, path, embedded);
  }

  /** The field's type; empty where there is neither a field nor a getter of that name. */
  Optional<Class<?>> type() {
    String name = path.substring(path.lastIndexOf('.') + 1);
    for (Class<?> type = holder; type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return Optional.of(field.getType());
        }
      }
      for (Method method : type.getDeclaredMethods()) {
        if (method.getParameterCount() == 0 && isGetter(method.getName(), name)) {
          return Optional.of(method.getReturnType());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isGetter(String method, String name) {
    return method.equalsIgnoreCase("get" + name) || method.equalsIgnoreCase("is" + name);
  }
}
