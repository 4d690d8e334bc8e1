package dev.phase.jpa.entity;

import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the classes that Hibernate has to know in a directory of compiled ones. */
record EntityClasses(Path directory, ClassLoader loader) {

  private static final String ENDING = ".class";
  private static final List<Class<? extends Annotation>> MAPPED =
      List.of(Entity.class, Embeddable.class, MappedSuperclass.class, Converter.class);

  List<Class<?>> find() {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .map(file -> directory.relativize(file).toString())
          .filter(name -> name.endsWith(ENDING) && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - ENDING.length()).replaceAll("[/\\\\]", "."))
          .sorted()
          .<Class<?>>map(this::load)
          .filter(type -> MAPPED.stream().anyMatch(type::isAnnotationPresent))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
