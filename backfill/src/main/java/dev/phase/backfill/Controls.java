package dev.phase.backfill;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Says what runs are to do, wherever they are at work; workers follow with their next batch.
 * Everything is in the audit, with who asked for it.
 */
public final class Controls {

  /** What can be asked of a run. */
  private record Wish(
      Desired desired, Overrides overrides, Optional<String> waivedBy, boolean again) {

    Wish with(Desired wanted) {
      return new Wish(wanted, overrides, waivedBy, again);
    }

    String words() {
      StringBuilder words = new StringBuilder(desired.name().toLowerCase(Locale.ROOT));
      overrides.rows().ifPresent(rows -> words.append(", batch_rows ").append(rows));
      overrides.time().ifPresent(t -> add(words, ", batch_time ", t));
      overrides.pause().ifPresent(p -> add(words, ", pause ", p));
      waivedBy.ifPresent(who -> words.append(", waived by ").append(who));
      return words.toString();
    }

    private static void add(StringBuilder words, String name, Duration time) {
      words.append(name).append(time.toMillis()).append("ms");
    }
  }

  private final Jdbi jdbi;
  private final Actor actor;

  Controls(Jdbi jdbi, Actor actor) {
    this.jdbi = requireNonNull(jdbi, "jdbi is null");
    this.actor = requireNonNull(actor, "actor is null");
  }

  /**
   * Asks a run to stop after its present batch and not to start again.
   *
   * @return whether there is such a run and it is not done, as for all others
   */
  public boolean pause(String id) {
    return change(id, "pause", wish -> wish.with(Desired.PAUSE));
  }

  /** Takes {@link #pause} back. The run goes on with the next call of {@link Backfill#run}. */
  public boolean resume(String id) {
    return change(
        id, "resume", wish -> wish.desired() == Desired.PAUSE ? wish.with(Desired.RUN) : wish);
  }

  /** Like {@link #pause}, but only {@link #retry} lets the run go on. */
  public boolean cancel(String id) {
    return change(id, "cancel", wish -> wish.with(Desired.CANCEL));
  }

  /**
   * Lets a run go on that failed, was cancelled, or has rows in quarantine, which it looks at
   * again.
   */
  public boolean retry(String id) {
    return change(
        id,
        "retry",
        wish -> new Wish(Desired.RUN, wish.overrides(), wish.waivedBy(), true));
  }

  /** Lets a run end though rows are in quarantine, now or later. */
  public boolean waive(String id) {
    return change(
        id,
        "waive",
        wish ->
            new Wish(
                wish.desired(), wish.overrides(), Optional.of(actor.toString()), wish.again()));
  }

  /** Changes some settings of a run. */
  public boolean set(String id, Overrides overrides) {
    overrides.applyTo(BatchSettings.defaults());
    return change(
        id,
        "set",
        wish ->
            new Wish(
                wish.desired(), overrides.over(wish.overrides()), wish.waivedBy(), wish.again()));
  }

  private boolean change(String id, String action, UnaryOperator<Wish> change) {
    return jdbi.inTransaction(
        handle -> {
          Optional<Wish> before = find(handle, id);
          before.ifPresent(wish -> store(handle, id, action, wish, change.apply(wish)));
          return before.isPresent();
        });
  }

  private static Optional<Wish> find(Handle handle, String id) {
    return handle
        .createQuery(sql("lock"))
        .bind("id", id)
        .map(
            (row, context) ->
                new Wish(
                    Desired.valueOf(row.getString("desired_state")),
                    Overrides.read(row),
                    Optional.ofNullable(row.getString("waived_by")),
                    false))
        .findOne();
  }

  private void store(Handle handle, String id, String action, Wish before, Wish after) {
    handle
        .createUpdate(sql("store"))
        .bind("id", id)
        .bind("desired", after.desired())
        .bind("batchRows", after.overrides().rows())
        .bind("batchMillis", after.overrides().time().map(Duration::toMillis))
        .bind("pauseMillis", after.overrides().pause().map(Duration::toMillis))
        .bind("waivedBy", after.waivedBy())
        .bind("again", after.again())
        .bind("reason", reason(after))
        .execute();
    handle
        .createUpdate(sql("audit"))
        .bind("id", id)
        .bind("actor", actor.name())
        .bind("host", actor.host())
        .bind("action", action)
        .bind("before", before.words())
        .bind("after", after.words())
        .execute();
  }

  private Optional<String> reason(Wish wish) {
    return switch (wish.desired()) {
      case RUN -> Optional.empty();
      case PAUSE -> Optional.of("paused by " + actor);
      case CANCEL -> Optional.of("cancelled by " + actor);
    };
  }

  private static String sql(String name) {
    return Resources.sql(Controls.class, name);
  }
}
