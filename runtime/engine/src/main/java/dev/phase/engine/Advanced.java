package dev.phase.engine;

import dev.phase.engine.gate.Waiting;
import java.util.List;
import java.util.Optional;

/**
 * What an advance did.
 *
 * @param resumed what an earlier command had left unfinished and this one finished
 * @param retired versions whose doors it closed
 * @param contracted versions that it removed for good
 * @param begun the version that it expanded
 * @param published the same, where it did not leave the rest to others
 * @param waiting what the tail waits for
 * @param notices what the user should know, such as a database that is ahead of the files
 */
public record Advanced(
    List<String> resumed,
    List<String> retired,
    List<String> contracted,
    Optional<String> begun,
    Optional<String> published,
    List<Waiting> waiting,
    List<String> notices) {

  public Advanced {
    resumed = List.copyOf(resumed);
    retired = List.copyOf(retired);
    contracted = List.copyOf(contracted);
    waiting = List.copyOf(waiting);
    notices = List.copyOf(notices);
  }

  /** Whether there was nothing to do. */
  public boolean isEmpty() {
    return resumed.isEmpty()
        && retired.isEmpty()
        && contracted.isEmpty()
        && begun.isEmpty();
  }
}
