package dev.phase.engine.state;

import dev.phase.change.Change;
import dev.phase.change.ChangeJson;
import dev.phase.change.Checksum;
import org.jdbi.v3.core.Handle;

/** The changes that were applied to one base schema. */
final class ChangeTable {

  private final Handle handle;
  private final String base;

  ChangeTable(Handle handle, String base) {
    this.handle = handle;
    this.base = base;
  }

  /** Takes the place of an earlier application that was rolled back. */
  void insert(Change change, String version) {
    handle
        .createUpdate("DELETE FROM phase.change WHERE base_schema = :base AND id = :id")
        .bind("base", base)
        .bind("id", change.id())
        .execute();
    handle
        .createUpdate(
            """
            INSERT INTO phase.change (base_schema, id, checksum, body, version, state)
            VALUES (:base, :id, :checksum, :body::jsonb, :version, 'APPLIED')""")
        .bind("base", base)
        .bind("id", change.id())
        .bind("checksum", Checksum.of(change))
        .bind("body", ChangeJson.write(change))
        .bind("version", version)
        .execute();
  }

  void rolledBack(String version) {
    handle
        .createUpdate(
            """
            UPDATE phase.change SET state = 'ROLLED_BACK'
            WHERE base_schema = :base AND version = :version""")
        .bind("base", base)
        .bind("version", version)
        .execute();
  }
}
