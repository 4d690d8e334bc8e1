package dev.phase.engine.state;

import dev.phase.json.Json;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlResource;
import dev.phase.window.Version;
import dev.phase.window.Window;
import org.jdbi.v3.core.Handle;

/** The window of one base schema, and its versions for readers of SQL. */
final class WindowTable {

  private static final String SAVE_VERSION =
      SqlResource.text(WindowTable.class, "save-version.sql");

  private final Handle handle;
  private final String base;

  WindowTable(Handle handle, String base) {
    this.handle = handle;
    this.base = base;
  }

  void insert(Window window) {
    handle
        .createUpdate(
            """
            INSERT INTO phase.project (base_schema, live_window)
            VALUES (:base, :window::jsonb)""")
        .bind("base", base)
        .bind("window", Json.write(window))
        .execute();
    saveVersions(window);
  }

  void save(Window window) {
    handle
        .createUpdate(
            "UPDATE phase.project SET live_window = :window::jsonb WHERE base_schema = :base")
        .bind("base", base)
        .bind("window", Json.write(window))
        .execute();
    saveVersions(window);
  }

  private void saveVersions(Window window) {
    String[] names = window.versions().stream().map(Version::name).toArray(String[]::new);
    handle
        .createUpdate(
            "DELETE FROM phase.version WHERE base_schema = :base AND name <> ALL (:names)")
        .bind("base", base)
        .bindArray("names", String.class, (Object[]) names)
        .execute();
    for (Version version : window.versions()) {
      handle
          .createUpdate(SAVE_VERSION)
          .bind("base", base)
          .bind("name", version.name())
          .bind("position", version.position())
          .bind("schema", version.schema().map(Identifier::value).orElse(null))
          .bind("state", version.state().name())
          .execute();
    }
  }

  void withdrawApproval(String version) {
    handle
        .createUpdate(
            "DELETE FROM phase.approval WHERE base_schema = :base AND version = :version")
        .bind("base", base)
        .bind("version", version)
        .execute();
  }

  Window read() {
    return handle
        .createQuery("SELECT live_window FROM phase.project WHERE base_schema = :base")
        .bind("base", base)
        .mapTo(String.class)
        .map(text -> Json.read(text, Window.class))
        .one();
  }

  long takeEpoch() {
    return handle
        .createQuery(
            """
            UPDATE phase.project SET epoch = epoch + 1
            WHERE base_schema = :base RETURNING epoch""")
        .bind("base", base)
        .mapTo(Long.class)
        .one();
  }

  boolean holdsEpoch(long epoch) {
    return handle
        .createQuery(
            "SELECT epoch = :epoch FROM phase.project WHERE base_schema = :base FOR SHARE")
        .bind("base", base)
        .bind("epoch", epoch)
        .mapTo(Boolean.class)
        .one();
  }
}
