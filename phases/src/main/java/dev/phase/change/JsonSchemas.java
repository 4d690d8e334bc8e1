package dev.phase.change;

import dev.phase.yaml.JsonSchema;

/** The JSON Schema of change files, for editors. */
public final class JsonSchemas {

  private JsonSchemas() {}

  /** The text of {@code dev/phase/schema/change.schema.json}. */
  public static String change() {
    return JsonSchema.of(ChangeBody.class, "A change of a PostgreSQL schema, for Phase");
  }
}
