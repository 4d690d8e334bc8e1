package dev.phase.engine.state;

import dev.phase.sql.SqlResource;
import dev.phase.window.Window;
import org.jdbi.v3.core.Handle;

/** The objects of one base schema that Phase has made, as they were when it last moved the window. */
final class ObjectTable {

  private static final String RECORD =
      SqlResource.text(ObjectTable.class, "record-objects.sql");

  private final Handle handle;
  private final String base;

  ObjectTable(Handle handle, String base) {
    this.handle = handle;
    this.base = base;
  }

  /** Takes what is there now, after the last plan, for what should be there. */
  void record(Window window) {
    String[] names =
        window.conversions().stream().map(f -> f.name().value()).toArray(String[]::new);
    handle
        .createUpdate("DELETE FROM phase.object WHERE base_schema = :base")
        .bind("base", base)
        .execute();
    handle
        .createUpdate(RECORD)
        .bind("base", base)
        .bindArray("conversions", String.class, (Object[]) names)
        .execute();
    handle
        .createUpdate(
            """
            UPDATE phase.project
            SET objects_after = (SELECT max(id) FROM phase.plan WHERE base_schema = :base)
            WHERE base_schema = :base""")
        .bind("base", base)
        .execute();
  }
}
