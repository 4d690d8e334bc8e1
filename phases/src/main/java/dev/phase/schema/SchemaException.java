package dev.phase.schema;

import static java.util.Objects.requireNonNull;

/** A change asks for something that the schema it applies to does not allow. */
public final class SchemaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String remedy;

  /**
   * @param problem one sentence: what is wrong
   * @param remedy one sentence: what to do
   */
  public SchemaException(String problem, String remedy) {
    super(problem + " " + remedy);
    this.problem = requireNonNull(problem, "problem is null");
    this.remedy = requireNonNull(remedy, "remedy is null");
  }

  public String problem() {
    return problem;
  }

  public String remedy() {
    return remedy;
  }
}
