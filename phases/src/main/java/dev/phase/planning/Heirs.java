package dev.phase.planning;

import dev.phase.need.Need;
import dev.phase.need.PutBack;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.window.Window;
import java.util.List;
import java.util.stream.Stream;

/**
 * The shadows that will take columns' places with everything that hangs on those.
 *
 * @param planned what the version that is being planned needs, as far as it is planned
 */
record Heirs(Window window, List<Need> planned) {

  /** The table as it stands in the database, where what hangs on a column also hangs on its heirs. */
  Table extend(Table base) {
    Table extended = base;
    for (PutBack heir : of(base.key())) {
      extended = extended.withHeir(heir.original(), heir.shadow());
    }
    return extended;
  }

  /** The column that this one is the heir of, at whatever remove. */
  Identifier firstOf(TableKey table, Identifier column) {
    Identifier first = column;
    List<PutBack> heirs = of(table);
    for (int i = heirs.size() - 1; i >= 0; i--) {
      first = heirs.get(i).shadow().equals(first) ? heirs.get(i).original() : first;
    }
    return first;
  }

  /** Older ones first. */
  private List<PutBack> of(TableKey table) {
    return Stream.concat(
            window.versions().stream().flatMap(v -> v.needs().stream()), planned.stream())
        .filter(PutBack.class::isInstance)
        .map(PutBack.class::cast)
        .filter(heir -> heir.on().equals(table))
        .toList();
  }
}
