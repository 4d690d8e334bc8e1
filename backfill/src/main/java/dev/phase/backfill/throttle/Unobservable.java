package dev.phase.backfill.throttle;

/** A signal that has a limit cannot be seen, so that nobody knows whether it is reached. */
public final class Unobservable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String remedy;

  Unobservable(String problem, String remedy, Throwable cause) {
    super(problem + " " + remedy, cause);
    this.problem = problem;
    this.remedy = remedy;
  }

  /** One sentence: what is wrong. */
  public String problem() {
    return problem;
  }

  /** One sentence: what to do. */
  public String remedy() {
    return remedy;
  }
}
