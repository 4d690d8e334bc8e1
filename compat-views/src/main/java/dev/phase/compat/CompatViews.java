package dev.phase.compat;

import dev.phase.compat.door.Doors;
import dev.phase.compat.physical.OriginColumn;
import dev.phase.compat.sync.DualWrite;
import dev.phase.compat.sync.Fills;
import dev.phase.plan.Fill;
import dev.phase.plan.Statement;
import dev.phase.planning.Rendering;
import dev.phase.schema.TableKey;
import dev.phase.window.Version;
import dev.phase.window.Window;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the SQL for everything that applications see: doors (version schemas) and dual writes.
 *
 * <p>It keeps no state and touches no database; the same window always gives the same statements.
 * Statements that are returned together may run in one transaction.
 */
public final class CompatViews implements Rendering {

  private final Doors doors;

  /**
   * @param serverMajor PostgreSQL's major version, such as 17
   */
  public CompatViews(int serverMajor) {
    this.doors = new Doors(serverMajor);
  }

  /**
   * The functions in schema {@code phase} that doors and triggers call; run at init, once the table
   * {@code phase.version} is there, and again to renew them.
   */
  public static List<Statement> support() {
    return Stream.of(Doors.support(), DualWrite.support(), OriginColumn.support())
        .flatMap(List::stream)
        .toList();
  }

  /** The version's schema with closed views. The baseline has none, so it gets no statement. */
  @Override
  public List<Statement> createDoor(Window window, Version version) {
    return doors.create(window, version);
  }

  /** Makes the closed views real: what publish and restore do. */
  @Override
  public List<Statement> open(Window window, Version version) {
    return doors.open(window, version);
  }

  /** Makes the real views closed again: what retire does. */
  @Override
  public List<Statement> close(Window window, Version version) {
    return doors.close(version);
  }

  /** Removes the schema and its views, whatever of them is there. */
  @Override
  public List<Statement> dropDoor(Window window, Version version) {
    return doors.drop(version);
  }

  /**
   * The trigger function with all sync rules of the table; none where it has no rules. Replacing it
   * takes no lock, and is all that publish needs. It belongs into the transaction that opens the
   * door, or renames or drops a column.
   */
  @Override
  public List<Statement> dualWriteFunction(Window window, TableKey table) {
    return new DualWrite(window, table).function();
  }

  /**
   * The triggers that call the function; none where the table has no rules. To be run again when a
   * rule comes or goes, before its columns are dropped.
   */
  @Override
  public List<Statement> dualWriteTrigger(Window window, TableKey table) {
    return new DualWrite(window, table).triggers();
  }

  /** Removes triggers and function, whatever of them is there. */
  @Override
  public List<Statement> dropDualWrite(Window window, TableKey table) {
    return new DualWrite(window, table).drop();
  }

  /** Makes the open views of a table without rules plain again. */
  @Override
  public List<Statement> forgetOrigin(Window window, TableKey table) {
    return doors.forgetOrigin(window, table);
  }

  /** Removes the column by which new rows tell their version; no view may use it any more. */
  @Override
  public List<Statement> dropOrigin(Window window, TableKey table) {
    return OriginColumn.drop(window.table(table));
  }

  /** What a sweep of the table has to fill before the version may be published. */
  @Override
  public List<Fill> fills(Window window, Version preparing, TableKey table) {
    return Fills.of(window, preparing, table);
  }
}
