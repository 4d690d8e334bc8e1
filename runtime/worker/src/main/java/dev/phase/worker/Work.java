package dev.phase.worker;

import dev.phase.backfill.Actor;
import dev.phase.backfill.Meter;
import dev.phase.backfill.Tidied;
import dev.phase.config.Settings;
import dev.phase.engine.Engine;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What jobs do, each with a connection of its own. Thread-safe. */
final class Work {

  /** Short enough that slots are shared fairly, and that a stopped process is not waited for. */
  static final Duration SLICE = Duration.ofSeconds(45);

  private final Settings settings;
  private final WorkerOptions options;
  private final Listener listener;
  private final Set<Engine> busy = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  Work(Settings settings, WorkerOptions options, Meter meter) {
    this.settings = settings;
    this.options = options;
    this.listener =
        new Listener() {
          @Override
          public Meter meter() {
            return meter;
          }
        };
  }

  void stop() {
    stopped = true;
    busy.forEach(Engine::stop);
  }

  /** Takes part in a backfill that is at work somewhere. */
  void help() {
    run(engine -> engine.help(SLICE));
  }

  /** Finishes what an advance has left, unless a command is at it already. */
  void finish() {
    run(
        engine -> {
          if (engine.isUnfinished()) {
            List<String> moved = engine.finish(options.who());
            moved.forEach(version -> options.log().accept("Version " + version + " is ready."));
          }
        });
  }

  /** Puts away what dead workers have left, and what is long over. */
  void tidy() {
    run(
        engine -> {
          Actor actor = new Actor(options.who().actor(), options.who().host());
          Tidied tidied = engine.backfills().tidy(settings.worker().retention(), actor);
          if (tidied.runs() > 0) {
            options.log().accept(
                "Closed backfills of versions that are gone: %d.".formatted(tidied.runs()));
          }
        });
    try {
      StuckTriggers.free(settings, options.upkeep());
    } catch (SQLException e) {
      // Tried again at the next time.
    }
  }

  boolean isStopped() {
    return stopped;
  }

  private interface Task {
    void on(Engine engine);
  }

  private void run(Task task) {
    if (stopped) {
      return;
    }
    try (Engine engine = Engine.connect(settings, listener)) {
      busy.add(engine);
      try {
        if (stopped) {
          return;
        }
        task.on(engine);
      } finally {
        busy.remove(engine);
      }
    } catch (PhaseException e) {
      // Tried again at the next time; a lock that another command holds is no news.
      if (e.exitCode() != ExitCode.LOCKED && e.exitCode() != ExitCode.STOPPED) {
        options.log().accept(e.getMessage());
      }
    }
  }
}
