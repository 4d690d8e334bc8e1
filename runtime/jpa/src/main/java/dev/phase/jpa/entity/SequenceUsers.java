package dev.phase.jpa.entity;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.SequenceGenerator;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.RootClass;

/** Finds the entity that takes its ids from a sequence, by what its annotations and its name say. */
record SequenceUsers(Metadata metadata) {

  Optional<PersistentClass> of(String sequence) {
    return metadata.getEntityBindings().stream()
        .filter(RootClass.class::isInstance)
        .filter(entity -> uses(entity, sequence))
        .findFirst();
  }

  private static boolean uses(PersistentClass entity, String sequence) {
    String simple = entity.getMappedClass().getSimpleName();
    return elements(entity.getMappedClass()).anyMatch(element -> names(element, sequence))
        || isSame(entity.getTable().getName() + "_seq", sequence)
        || isSame(simple + "_seq", sequence);
  }

  private static boolean names(AnnotatedElement element, String sequence) {
    SequenceGenerator generator = element.getAnnotation(SequenceGenerator.class);
    GeneratedValue generated = element.getAnnotation(GeneratedValue.class);
    return generator != null
            && (isSame(generator.sequenceName(), sequence) || isSame(generator.name(), sequence))
        || generated != null && isSame(generated.generator(), sequence);
  }

  private static boolean isSame(String name, String sequence) {
    return name.toLowerCase(Locale.ROOT).equals(sequence.toLowerCase(Locale.ROOT));
  }

  private static Stream<AnnotatedElement> elements(Class<?> type) {
    if (type == null || type == Object.class) {
      return Stream.empty();
    }
    Stream<AccessibleObject> members =
        Stream.concat(Stream.of(type.getDeclaredFields()), Stream.of(type.getDeclaredMethods()));
    return Stream.of(Stream.of(type), members, elements(type.getSuperclass())).flatMap(s -> s);
  }
}
