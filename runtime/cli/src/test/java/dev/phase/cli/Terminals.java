package dev.phase.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A console whose output a test can read. */
final class Terminals {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console;

  private Terminals(boolean terminal, boolean colours) {
    this.console =
        new Console(
            Console.utf8(out),
            Console.utf8(err),
            terminal,
            colours,
            Console.DEFAULT_WIDTH,
            new Secrets());
  }

  /** A file or a pipe. */
  static Terminals plain() {
    return new Terminals(false, false);
  }

  /** A person's terminal, with NO_COLOR. */
  static Terminals interactive() {
    return new Terminals(true, false);
  }

  static Terminals coloured() {
    return new Terminals(true, true);
  }

  Console console() {
    return console;
  }

  String out() {
    return text(out);
  }

  String err() {
    return text(err);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
