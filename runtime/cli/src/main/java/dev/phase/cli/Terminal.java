package dev.phase.cli;

/** Whether a person looks at this process. */
final class Terminal {

  private Terminal() {}

  /** From JDK 22 on there is always a console, and it knows whether it is a terminal. */
  static boolean isAttached() {
    java.io.Console console = System.console();
    if (console == null) {
      return false;
    }
    if (Runtime.version().feature() < 22) {
      return true;
    }
    try {
      return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
