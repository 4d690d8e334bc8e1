package dev.phase.engine.state;

import dev.phase.window.VersionState;
import java.time.Instant;
import java.util.Optional;

/**
 * A version of the window, as far as readers need it.
 *
 * @param schema absent for the baseline
 * @param publishedAt when its door was opened last, on the database's clock
 * @param retiredAt likewise; absent where it was restored since
 */
public record VersionRow(
    String name,
    Optional<String> schema,
    VersionState state,
    Optional<Instant> publishedAt,
    Optional<Instant> retiredAt) {

  /** Whether somebody wanted it back although this newer one was live already. */
  public boolean isReopenedUnder(VersionRow above) {
    return publishedAt.isPresent()
        && above.publishedAt().filter(publishedAt.get()::isAfter).isPresent();
  }
}
