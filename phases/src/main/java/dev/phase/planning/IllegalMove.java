package dev.phase.planning;

/** The window is not in a state that allows the move. Carries two sentences. */
public final class IllegalMove extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IllegalMove(String problem, String remedy) {
    super(problem + " " + remedy);
  }
}
