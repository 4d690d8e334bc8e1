package dev.phase.worker;

import java.util.Optional;

/** Whether a worker is well: one that is not alive is to be started anew. */
interface Health {

  /** Why it is not alive; no database is needed for that. Absent where it is. */
  Optional<String> notAlive();

  /** Why it does not look for work now. Absent where it does. */
  Optional<String> notReady();
}
