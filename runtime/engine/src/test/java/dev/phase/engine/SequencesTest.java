package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.phase.planning.ChangesRejected;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a sequence begins to count in another way. */
@PostgresTest
@Tag("lifecycle")
final class SequencesTest {

  private static final String CHANGE =
      "operations:\n- alter_sequence: { name: no, type: bigint, increment: 50, start: 7, cycle: true }\n";

  private final Database database;
  private final Workshop workshop;

  SequencesTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @BeforeEach
  void haveASequence() throws Exception {
    database.run("CREATE SEQUENCE no AS integer", "CREATE TABLE t (id bigint PRIMARY KEY)");
  }

  @Test
  void itCountsFurtherAtExpandAndAsWantedAtContract() throws Exception {
    workshop.advance("0001_no", CHANGE);
    assertEquals("bigint 50 1 9223372036854775807 f", no());

    workshop.retire();
    workshop.contract();
    assertEquals("bigint 50 7 9223372036854775807 t", no());
  }

  @Test
  void whatOnlyTightensWaitsForContract() throws Exception {
    workshop.advance("0001_no", "operations:\n- alter_sequence: { name: no, max: 1000, min: -5 }\n");
    assertEquals("-5", database.queryOne("SELECT seqmin FROM pg_sequence WHERE seqrelid = 'no'::regclass"));
    assertEquals("integer 1 1 2147483647 f", no());

    workshop.retire();
    workshop.contract();
    assertEquals("integer 1 1 1000 f", no());
  }

  @Test
  void aRollbackGivesBackTheOldLimits() throws Exception {
    workshop.advance("0001_no", CHANGE);
    workshop.rollback();
    assertEquals("integer 1 1 2147483647 f", no());
  }

  @Test
  void aRollbackLeavesItWideWhereItHasCountedBeyondThem() throws Exception {
    workshop.advance("0001_no", CHANGE);
    database.run("SELECT setval('no', 3000000000)");
    workshop.rollback();
    assertEquals("bigint 50 1 9223372036854775807 f", no());
  }

  @Test
  void whatPostgresWouldRefuseAtContractIsRefusedBefore() {
    refuses(
        "alter_sequence: { name: no, max: 5, start: 7 }",
        "PostgreSQL refuses it: START value (7) cannot be greater than MAXVALUE (5)."
            + " Correct the sequence's numbers.");
    refuses(
        "alter_sequence: { name: yes, max: 5 }",
        "Schema public has no sequence yes."
            + " Correct the name, or create the sequence in an earlier operation.");
    refuses(
        "alter_sequence: { name: no }",
        "The operation changes nothing of sequence no."
            + " Give it an option such as `max` or `owned_by`.");
    refuses(
        "create_sequence: { name: t_pkey }",
        "Schema public already has a relation t_pkey."
            + " Choose another name; tables, indexes, sequences and views share them.");
  }

  private void refuses(String operation, String expected) {
    ChangesRejected e =
        assertThrows(
            ChangesRejected.class,
            () -> workshop.advance("0001_refused", "operations:\n- " + operation + "\n"));
    assertEquals(
        expected, e.problems().get(0).what() + " " + e.problems().get(0).remedy());
  }

  private String no() throws Exception {
    return database.queryOne(
        """
        SELECT concat_ws(' ', seqtypid::regtype, seqincrement, seqstart, seqmax, seqcycle)
        FROM pg_sequence WHERE seqrelid = 'no'::regclass""");
  }
}
