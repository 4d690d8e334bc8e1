package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan announces the locks that its steps take: none too weak, none too strong, none too many. */
@PostgresTest
@Execution(ExecutionMode.CONCURRENT)
final class LocksTest {

  private static final String NEXT =
      "operations: [ { add_column: { table: witness, column: { name: note, type: text } } } ]";

  private final Database database;
  private final Path directory;

  LocksTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.directory = directory;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyMoveTakesTheLocksThatItsPlanAnnounces(OperationsTest.Case operation) throws Exception {
    operation.prepare(database);
    assertExact(operation.schema(), operation.change());
  }

  @Test
  void aLockIsToldByTheNameThatItsTableHasByThen() throws Exception {
    database.run(
        "CREATE TABLE a (id bigint PRIMARY KEY, b bigint, c text, d text)",
        "CREATE INDEX d ON a (d)",
        "CREATE TABLE b (id bigint PRIMARY KEY, a bigint CONSTRAINT r REFERENCES a, c bigint)",
        "CREATE INDEX c ON b (c)");

    assertExact(
        "public",
        """
        operations:
          - rename_table: { from: a, to: e }
          - drop_index: { name: d }
          - rename_table: { from: b, to: a }
          - drop_constraint: { table: a, name: r }
          - drop_index: { name: c }
          - rename_table: { from: e, to: b }
          - rename_table: { from: b, to: f }
          - drop_column: { table: f, column: c }
        """);
  }

  private void assertExact(String schema, String change) throws Exception {
    database.run("CREATE TABLE \"%s\".witness (id bigint)".formatted(schema));
    Workshop workshop = new Workshop(database, directory, schema);
    try (LockProbe probe = new LockProbe(database)) {
      workshop.change("0001_case", change);
      workshop.run(probe, e -> e.advance(workshop.files(), Workshop.RELEASE));
      workshop.run(probe, e -> e.rollback(Workshop.RELEASE));
      workshop.run(probe, e -> e.advance(workshop.files(), Workshop.RELEASE));
      workshop.change("0002_next", NEXT);
      workshop.run(probe, e -> e.advance(workshop.files(), Workshop.RELEASE));
      workshop.run(probe, e -> e.retire(Workshop.RELEASE));
      workshop.run(probe, e -> e.retire(Workshop.RELEASE));
      workshop.run(probe, e -> e.restore(Workshop.RELEASE));
      workshop.run(probe, e -> e.contract(Workshop.RELEASE));
      workshop.run(probe, e -> e.retire(Workshop.RELEASE));
      workshop.run(probe, e -> e.restore(Workshop.RELEASE));
      workshop.run(probe, e -> e.retire(Workshop.RELEASE));
      workshop.run(probe, e -> e.contract(Workshop.RELEASE));

      assertEquals(List.of(), probe.problems());
    }
  }

  static Stream<OperationsTest.Case> cases() {
    return OperationsTest.cases().filter(operation -> !operation.schema().equals("public"));
  }
}
