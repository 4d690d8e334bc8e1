package dev.phase.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells the records of a sealed interface apart by their simple names. */
final class SealedTypes extends JacksonAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  @Override
  public TypeResolverBuilder<?> findTypeResolver(
      MapperConfig<?> config, AnnotatedClass type, JavaType base) {
    TypeResolverBuilder<?> declared = super.findTypeResolver(config, type, base);
    return declared != null || sealedTypeOf(type.getRawType()).isEmpty()
        ? declared
        : new StdTypeResolverBuilder(
            JsonTypeInfo.Value.construct(
                JsonTypeInfo.Id.SIMPLE_NAME,
                JsonTypeInfo.As.PROPERTY,
                "type",
                null,
                false,
                null,
                null));
  }

  @Override
  public List<NamedType> findSubtypes(Annotated type) {
    return type.getRawType().isSealed()
        ? Arrays.stream(type.getRawType().getPermittedSubclasses()).map(NamedType::new).toList()
        : super.findSubtypes(type);
  }

  /** The sealed interface that the type is or belongs to; values that are one text need no type. */
  private static Optional<Class<?>> sealedTypeOf(Class<?> type) {
    if (isOneText(type)) {
      return Optional.empty();
    }
    return Stream.concat(Stream.of(type), Arrays.stream(type.getInterfaces()))
        .filter(Class::isSealed)
        .findFirst();
  }

  private static boolean isOneText(Class<?> type) {
    return type.isRecord()
        && Arrays.stream(type.getRecordComponents())
            .anyMatch(c -> c.getAccessor().isAnnotationPresent(JsonValue.class));
  }
}
