package dev.phase.cli.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What one client has written and must read back. Only its thread may use it while it runs. */
final class Notebook<R> {

  private final Map<Long, R> rows = new HashMap<>();
  private final List<Long> ids = new ArrayList<>();

  void write(long id, R row) {
    if (rows.put(id, row) == null) {
      ids.add(id);
    }
  }

  /** Forgets a row; cheap enough for the few that are deleted. */
  void strike(long id) {
    if (rows.remove(id) != null) {
      ids.remove((Long) id);
    }
  }

  Optional<Long> any(RandomGenerator random) {
    return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
  }

  R row(long id) {
    return rows.get(id);
  }

  Map<Long, R> rows() {
    return Collections.unmodifiableMap(rows);
  }
}
