package dev.phase.jpa.entity;

import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.lang.annotation.Annotation;
import java.util.List;

/** Finds the classes that Hibernate has to know among others. */
record EntityClasses(List<String> names, ClassLoader loader) {

  private static final List<Class<? extends Annotation>> MAPPED =
      List.of(Entity.class, Embeddable.class, MappedSuperclass.class, Converter.class);

  List<Class<?>> find() {
    return names.stream()
        .<Class<?>>map(this::load)
        .filter(type -> MAPPED.stream().anyMatch(type::isAnnotationPresent))
        .toList();
  }

  private Class<?> load(String name) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      // A class that needs something optional which is not there, so it cannot be mapped either.
      return Object.class;
    }
  }
}
