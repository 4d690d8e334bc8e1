package dev.phase.engine.property;

import java.util.List;

/**
 * What jqwik draws: numbers, whose meaning depends on the state that they meet, so that whatever is
 * left after shrinking still means something.
 */
record Drawn(Table table, List<List<Operation>> changes, List<Step> steps) {

  /** Verbs of a step that need a name; see {@link Statements} and {@link Program} for the others. */
  static final int COPY = 30;

  static final int MERGE = 31;
  static final int SAVEPOINT = 32;
  static final int VERBS = 33;

  /** The baseline. */
  record Table(int key, List<Column> columns, int rows) {}

  record Column(int kind, boolean nullable, int filled, int name) {}

  record Operation(int verb, int column, int other, int variant, int kind) {}

  /**
   * One statement, or one event between statements.
   *
   * @param mask which columns are written
   * @param target which rows
   */
  record Step(int verb, int version, int access, int session, int mask, int target, int value) {}
}
