package dev.phase.cli.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lines that stay, above lines that are drawn again and again in place. Only a terminal has the
 * latter. Any thread may use it.
 */
final class Screen implements AutoCloseable {

  private static final long REFRESH_MILLIS = 250;

  /** A longer line would take two on a narrow terminal, and the next drawing would miss one. */
  private static final int WIDTH = 79;

  private static final String ESCAPE = "\u001b[";

  private final PrintStream out;
  private final boolean terminal;
  private final boolean colours;
  private final Thread painter = new Thread(this::paint, "demo-screen");
  private Supplier<List<String>> moving = List::of;
  private int drawn;
  private boolean closed;

  Screen(PrintStream out, boolean terminal, boolean colours) {
    this.out = out;
    this.terminal = terminal;
    this.colours = colours;
    painter.setDaemon(true);
    if (terminal) {
      painter.start();
    }
  }

  static Screen system() {
    boolean terminal = isTerminal() && !"dumb".equals(System.getenv("TERM"));
    String noColour = System.getenv("NO_COLOR");
    return new Screen(
        System.out, terminal, terminal && (noColour == null || noColour.isEmpty()));
  }

  /** From JDK 22 on there is always a console, and it knows whether it is a terminal. */
  private static boolean isTerminal() {
    java.io.Console console = System.console();
    if (console == null || Runtime.version().feature() < 22) {
      return console != null;
    }
    try {
      return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** Says what to draw below the lines that stay. */
  synchronized void show(Supplier<List<String>> lines) {
    moving = lines;
  }

  synchronized void line(String text) {
    erase();
    out.println(text);
    draw();
  }

  String bold(String text) {
    return colours ? ESCAPE + "1m" + text + ESCAPE + "0m" : text;
  }

  String faint(String text) {
    return colours ? ESCAPE + "2m" + text + ESCAPE + "0m" : text;
  }

  @Override
  public synchronized void close() {
    erase();
    out.flush();
    closed = true;
    painter.interrupt();
  }

  private void paint() {
    try {
      while (true) {
        Thread.sleep(REFRESH_MILLIS);
        synchronized (this) {
          erase();
          draw();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void draw() {
    if (terminal && !closed) {
      List<String> lines = moving.get();
      lines.forEach(line -> out.println(line.substring(0, Math.min(WIDTH, line.length()))));
      out.flush();
      drawn = lines.size();
    }
  }

  private void erase() {
    if (drawn > 0) {
      out.print(ESCAPE + drawn + "A" + ESCAPE + "J");
      drawn = 0;
    }
  }
}
