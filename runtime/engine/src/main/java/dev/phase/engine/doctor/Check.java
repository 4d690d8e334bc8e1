package dev.phase.engine.doctor;

/**
 * What one look has found; an entry of {@code phase doctor -o json}.
 *
 * @param name what was looked at
 * @param result good or not
 * @param detail one sentence: what was found
 * @param remedy one sentence, or SQL to run; empty where nothing has to be done
 */
public record Check(String name, Result result, String detail, String remedy) {

  /** How it looks. */
  public enum Result {
    OK,
    /** It works, but worse than it could, or it may come to hurt. */
    WARNING,
    /** The next advance would fail. */
    PROBLEM
  }

  public static Check ok(String name, String detail) {
    return new Check(name, Result.OK, detail, "");
  }

  public static Check warning(String name, String detail, String remedy) {
    return new Check(name, Result.WARNING, detail, remedy);
  }

  public static Check problem(String name, String detail, String remedy) {
    return new Check(name, Result.PROBLEM, detail, remedy);
  }
}
