package dev.phase.jpa;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Whether the application's version is there to be used. It looks, and never changes anything. Safe
 * for several threads.
 */
public final class Readiness {

  private static final Duration POLL = Duration.ofMillis(500);

  private final DataSource dataSource;
  private final ApplicationVersion version;
  private final ConnectionCheck check;
  private final Optional<VersionedDataSource> versioned;

  /**
   * @param dataSource the one that applications use, or the one below it
   */
  public Readiness(DataSource dataSource, ApplicationVersion version) {
    this.version = requireNonNull(version, "version is null");
    this.check = new ConnectionCheck(version);
    if (dataSource instanceof VersionedDataSource known) {
      this.dataSource = known.target();
      this.versioned = Optional.of(known);
    } else {
      this.dataSource = requireNonNull(dataSource, "dataSource is null");
      this.versioned = Optional.empty();
    }
  }

  /** What is found now. */
  public Found look() {
    try (Connection connection = dataSource.getConnection()) {
      Found found = new PublishedVersions(version).look(connection);
      if (found.isReady()) {
        check.require(connection);
        return versioned.isPresent()
            ? fit(versioned.get().expected().missing(connection))
            : found;
      }
      return found;
    } catch (WrongVersionException e) {
      return new Found(Verdict.REFUSED, Optional.of(e.getMessage()));
    } catch (SQLException | RuntimeException e) {
      // Pools have exceptions of their own for a database that they cannot reach.
      return new Found(
          Verdict.WAITING,
          Optional.of(
              "The database cannot be asked for version %s: %s. Make sure that it is up and reachable."
                  .formatted(version, sentence(e))));
    }
  }

  private Found fit(List<String> missing) {
    return missing.isEmpty()
        ? Found.READY
        : new Found(
            Verdict.REFUSED,
            Optional.of(
                "Version %s does not have %s, which this application uses. Check its entities with `phase lint --entities`, and the database with `phase doctor`."
                    .formatted(version, String.join(", ", missing))));
  }

  /**
   * Refuses at once where the version is not ready.
   *
   * @throws VersionException with the reason
   */
  public void require() {
    Found found = look();
    if (!found.isReady()) {
      throw new VersionException(found.message().orElseThrow());
    }
  }

  /**
   * Waits until the version is ready; ends early where waiting does not help.
   *
   * @throws VersionException with the reason, also when the time is over
   */
  public void await(Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    for (Found found = look(); !found.isReady(); found = look()) {
      if (found.verdict() == Verdict.REFUSED || System.nanoTime() - end >= 0) {
        throw new VersionException(found.message().orElseThrow());
      }
      pause();
    }
  }

  private void pause() {
    try {
      Thread.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VersionException(
          "Waiting for version %s was interrupted. Start the application again."
              .formatted(version),
          e);
    }
  }

  private static String sentence(Exception e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }

  /** What to make of what was found. */
  public enum Verdict {
    READY,
    /** It may become ready without anybody's help. */
    WAITING,
    /** It will not become ready by waiting. */
    REFUSED
  }

  /**
   * What was found.
   *
   * @param message two sentences: what is wrong, what to do; absent where it is ready
   */
  public record Found(Verdict verdict, Optional<String> message) {

    static final Found READY = new Found(Verdict.READY, Optional.empty());

    public boolean isReady() {
      return verdict == Verdict.READY;
    }

    /**
     * Refuses what will not become ready by waiting.
     *
     * @throws VersionException with the reason
     */
    public void throwIfRefused() {
      if (verdict == Verdict.REFUSED) {
        throw new VersionException(message.orElseThrow());
      }
    }
  }
}
