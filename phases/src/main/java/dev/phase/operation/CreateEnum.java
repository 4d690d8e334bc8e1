package dev.phase.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.phase.need.NewEnum;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Creates an enum type.
 *
 * @param values in the order in which they sort
 */
public record CreateEnum(Identifier name, @JsonProperty(required = true) List<String> values)
    implements Operation {

  public CreateEnum {
    values = List.copyOf(values);
  }

  @Override
  public Effect plan(Schema before, Site site) {
    before.requireFree(name);
    Set<String> seen = new HashSet<>();
    for (String value : values) {
      if (!seen.add(value)) {
        throw new SchemaException(
            "Enum %s has the value '%s' twice.".formatted(name, value), "Remove one of them.");
      }
    }
    before
        .catalog()
        .tryOut(
            NewEnum.create(new QualifiedName(before.name(), name), values),
            "Choose another name, or correct the values.");
    return Effect.of(before, new NewEnum(name, values, site.source()));
  }
}
