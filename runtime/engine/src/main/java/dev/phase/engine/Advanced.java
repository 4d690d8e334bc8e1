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
 * @param preparing versions that are still left to others, lowest first
 * @param waiting what the tail waits for
 * @param notices what the user should know, such as a database that is ahead of the files
 */
public record Advanced(
    List<String> resumed,
    List<String> retired,
    List<String> contracted,
    Optional<String> begun,
    Optional<String> published,
    List<String> preparing,
    List<Waiting> waiting,
    List<String> notices) {

  public Advanced {
    resumed = List.copyOf(resumed);
    retired = List.copyOf(retired);
    contracted = List.copyOf(contracted);
    preparing = List.copyOf(preparing);
    waiting = List.copyOf(waiting);
    notices = List.copyOf(notices);
  }

  /** The same, which has published this version, too; the tail waits for this now. */
  Advanced publishing(String version, List<Waiting> now) {
    return new Advanced(
        resumed,
        retired,
        contracted,
        begun,
        Optional.of(version),
        List.of(),
        now,
        notices);
  }

  /** Whether there was nothing to do. */
  public boolean isEmpty() {
    return resumed.isEmpty()
        && retired.isEmpty()
        && contracted.isEmpty()
        && begun.isEmpty();
  }
}
