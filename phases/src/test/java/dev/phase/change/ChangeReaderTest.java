package dev.phase.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.operation.AddColumn;
import dev.phase.plan.Source;
import dev.phase.problem.Problem;
import dev.phase.sql.Identifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeReaderTest {

  private static final Identifier PUBLIC = Identifier.of("public");
  private static final String VALID = "operations:\n  - drop_table: { name: t }\n";

  @TempDir private Path directory;

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private ChangeFiles read() {
    return ChangeReader.read(directory, PUBLIC);
  }

  private List<String> problems() {
    return assertThrows(InvalidChanges.class, this::read).problems().stream()
        .map(Problem::toString)
        .map(p -> p.replace(directory + "/", ""))
        .toList();
  }

  @Test
  void readsFilesByTheirNames() throws IOException {
    write("0010_b.yml", VALID);
    write("0002-a.yaml", VALID);
    write("README.md", "not yaml: [");
    write(".0001.yaml", "hidden: [");

    assertEquals(
        List.of("0002-a", "0010_b"), read().changes().stream().map(Change::id).toList());
  }

  @Test
  void readsAllThatAChangeSays() throws IOException {
    write(
        "0007.yaml",
        """
        description: People have a name
        operations:
          - add_column:
              table: people
              column: { name: name, type: text }
              up: first || ' ' || last
        backfill:
          batch_rows: 500
          pause: 100ms
          window: 22:00-06:00 Europe/Paris
          max_slot_bytes: 64MB
          optional: [replica-lag]
        contract: { keep: 0, restore_window: 7d }
        """);

    Change change = read().changes().get(0);

    assertEquals(Optional.of("People have a name"), change.description());
    assertEquals(AddColumn.class, change.operations().get(0).getClass());
    BackfillOverrides backfill = change.backfill().orElseThrow();
    assertEquals(Optional.of(500), backfill.batchRows());
    assertEquals(Optional.of(Duration.ofMillis(100)), backfill.pause());
    assertEquals(Optional.of(ZoneId.of("Europe/Paris")), backfill.window().map(WeeklyWindow::zone));
    assertEquals(Optional.of(64L << 20), backfill.maxSlotBytes().map(ByteSize::bytes));
    assertEquals(Optional.of(List.of(BackfillSignal.REPLICA_LAG)), backfill.optional());
    assertEquals(
        Optional.of(
            new ContractOverrides(
                Optional.of(0),
                Optional.empty(),
                Optional.of(Duration.ofDays(7)),
                Optional.empty(),
                Optional.empty())),
        change.contract());
  }

  @Test
  void takesAnEmptyDirectoryForNoChanges() {
    assertEquals(List.of(), read().changes());
  }

  @Test
  void refusesAMissingDirectory() {
    var e =
        assertThrows(
            InvalidChanges.class, () -> ChangeReader.read(Path.of("db", "nowhere"), PUBLIC));

    assertEquals(
        "db/nowhere: There is no such directory for change files. Create it, or say where they are"
            + " with `changes` in phase.yaml or with --changes.",
        e.getMessage());
  }

  @Test
  void reportsTheProblemsOfAllFiles() throws IOException {
    write("0001.yaml", "operations: []\n");
    write("0002.yaml", "operations:\n  - drop_tabel: { name: t }\n");
    write("0003.yaml", VALID + "backfil: {}\n");
    write("0004.yaml", "\t- x");

    List<String> problems = problems();

    assertEquals("0001.yaml:1:13: `operations` is empty. Give it at least one entry.", problems.get(0));
    assertTrue(
        problems
            .get(1)
            .startsWith("0002.yaml:2:5: There is no operation `drop_tabel`. Did you mean `drop_table`?"),
        problems.get(1));
    assertEquals(
        "0003.yaml:3:1: Unknown key `backfil`. Did you mean `backfill`? Known here: backfill,"
            + " contract, description, operations.",
        problems.get(2));
    assertTrue(problems.get(3).startsWith("0004.yaml:1:1: This is not YAML: "), problems.get(3));
    assertEquals(4, problems.size());
  }

  @Test
  void refusesNamesThatNoSchemaCanHave() throws IOException {
    write("a b.yaml", VALID);
    write("ä.yaml", VALID);
    write("x".repeat(57) + ".yaml", VALID);
    write("0001.YAML", VALID);

    assertEquals(
        List.of(
            "0001.YAML: The name ends in capitals. Rename the file so that it ends in .yaml.",
            "a b.yaml: A change cannot be called \"a b\", because its name becomes part of a"
                + " schema's name. Use the letters a to z, digits, _ and - only, and begin with a"
                + " letter or a digit.",
            "x".repeat(57) + ".yaml: The name is too long: PostgreSQL would cut the version's schema"
                + " name public_" + "x".repeat(57) + ". Use at most 56 characters before .yaml.",
            "ä.yaml: A change cannot be called \"ä\", because its name becomes part of a"
                + " schema's name. Use the letters a to z, digits, _ and - only, and begin with a"
                + " letter or a digit."),
        problems());
  }

  @Test
  void refusesTwoFilesOfOneName() throws IOException {
    write("0001.yaml", VALID);
    write("0001.yml", VALID);

    assertEquals(
        List.of(
            "0001.yml: The change is already defined in 0001.yaml. Delete or rename one of the two"
                + " files."),
        problems());
  }

  @Test
  void refusesFilesThatAreNotUtf8OrNoFiles() throws IOException {
    Files.write(directory.resolve("0001.yaml"), "# ä".getBytes(StandardCharsets.ISO_8859_1));
    Files.createDirectory(directory.resolve("0002.yaml"));

    assertEquals(
        List.of(
            "0001.yaml: The file is not UTF-8. Save it with this encoding.",
            "0002.yaml: The file cannot be read (IOException). Make sure that it is a file and that"
                + " you may read it."),
        problems());
  }

  @Test
  void locatesTheLineThatAStatementComesFrom() throws IOException {
    write(
        "0007.yaml",
        """
        operations:
          - add_column:
              table: people
              column: { name: name, type: text }
              up: first || ' ' || last
        """);
    ChangeFiles files = read();
    String file = directory.resolve("0007.yaml").toString();

    assertEquals(file + ":5:11", locate(files, "operations[0].add_column.up"));
    assertEquals(file + ":4:35", locate(files, "operations[0].add_column.column.type"));
    assertEquals(file + ":3:7", locate(files, "operations[0].add_column.down"));
    assertEquals(file + ":2:5", locate(files, "operations[0]"));
    assertEquals(Optional.empty(), files.locate(new Source("0008", "operations[0]")));
  }

  private static String locate(ChangeFiles files, String path) {
    return files.locate(new Source("0007", path)).orElseThrow().toString();
  }
}
