package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.model.VersionModel;
import dev.phase.schema.Column;
import dev.phase.sql.Identifier;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code phase snapshot}: what checks without a database start from. */
@PostgresTest
final class SnapshotTest {

  @TempDir private Path directory;

  @Test
  void laterChangesAreAddedFromTheirFiles(Database database) throws Exception {
    database.run(
        "CREATE TABLE \"Orders\" (id bigint PRIMARY KEY, amount numeric NOT NULL)",
        "CREATE VIEW report AS SELECT 1 AS one",
        "CREATE SEQUENCE numbers INCREMENT 50");
    TestProject project = TestProject.on(database, directory);
    project.succeed("init");
    String rename = "operations: [{ rename_column: { table: Orders, from: amount, to: total } }]";
    project.change("0001_total", rename);
    project.succeed("advance");

    assertTrue(project.succeed("snapshot").endsWith("schema.json: 1 table\n"));

    project.change(
        "0002_note",
        "operations: [{ add_column: { table: Orders, column: { name: note, type: text } } }]");
    VersionModel model = VersionModel.read(directory.resolve("db/changes"), Identifier.of("public"));
    assertEquals("0002_note", model.version());
    assertEquals(
        List.of("id", "total", "note"),
        model.table(Identifier.of("Orders")).orElseThrow().columns().stream()
            .map(Column::name)
            .map(Identifier::value)
            .toList());
    assertTrue(model.isView(Identifier.of("report")));
    assertEquals(
        50L, model.sequences().get(Identifier.of("numbers")).options().increment().orElseThrow());
  }
}
