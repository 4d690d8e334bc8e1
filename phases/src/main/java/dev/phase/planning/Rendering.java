package dev.phase.planning;

import dev.phase.plan.Fill;
import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import dev.phase.window.Version;
import dev.phase.window.Window;
import java.util.List;

/**
 * The objects that all changes on a window share: the doors of its versions and the dual-write
 * triggers of its tables. Statements returned together may run in one transaction.
 */
public interface Rendering {

  /** The version's schema, closed. The baseline has none, so it gets no statement. */
  List<Statement> createDoor(Window window, Version version);

  /** Makes the closed views real. */
  List<Statement> open(Window window, Version version);

  /** Makes the real views closed again. */
  List<Statement> close(Window window, Version version);

  /** Removes the schema and its views, whatever of them is there. */
  List<Statement> dropDoor(Window window, Version version);

  /** The trigger function with all sync rules of the table; replacing it takes no lock. */
  List<Statement> dualWriteFunction(Window window, TableKey table);

  /** The trigger that calls the function; to be run again when a rule comes or goes. */
  List<Statement> dualWriteTrigger(Window window, TableKey table);

  /** Removes trigger and function, whatever of them is there. */
  List<Statement> dropDualWrite(Window window, TableKey table);

  /** Makes the open views of a table without rules plain again: they need not tell who inserts. */
  List<Statement> forgetOrigin(Window window, TableKey table);

  /** Removes the column by which new rows tell their version; no view may use it any more. */
  List<Statement> dropOrigin(Window window, TableKey table);

  /** What a sweep of the table has to fill for the version's sync rules. */
  List<Fill> fills(Window window, Version preparing, TableKey table);
}
