package dev.phase.operation;

import dev.phase.need.NewExtension;
import dev.phase.schema.Extension;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.sql.Identifier;
import java.util.Optional;

/**
 * Creates an extension. One that is there already is left alone, also by rollback.
 *
 * @param schema where its objects go; the base schema unless said otherwise
 */
public record CreateExtension(
    Identifier name, Optional<Identifier> schema, Optional<String> version) implements Operation {

  @Override
  public Effect plan(Schema before, Site site) {
    Optional<Extension> present = before.catalog().extension(name);
    if (present.isPresent()) {
      requireLikeness(present.get());
      return Effect.of(before);
    }
    NewExtension need = new NewExtension(name, schema, version, site.source());
    before
        .catalog()
        .tryOut(
            need.create(),
            "The server must have it, and the role CREATE on the database if it is trusted, else"
                + " superuser; or let an administrator create it beforehand.");
    return Effect.of(before, need);
  }

  private void requireLikeness(Extension present) {
    if (schema.filter(s -> !s.equals(present.schema())).isPresent()) {
      throw new SchemaException(
          "Extension %s is there already, in schema %s.".formatted(name, present.schema()),
          "Remove `schema`, or name that one.");
    }
    if (version.filter(v -> !v.equals(present.version())).isPresent()) {
      throw new SchemaException(
          "Extension %s is there already, in version %s.".formatted(name, present.version()),
          "Remove `version`, or update it with ALTER EXTENSION in an `sql` operation.");
    }
  }
}
