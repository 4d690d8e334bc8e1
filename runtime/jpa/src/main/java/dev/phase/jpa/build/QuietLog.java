package dev.phase.jpa.build;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps Hibernate from logging through the application's library, which may print anywhere. */
final class QuietLog {

  private static final String PROVIDER = "org.jboss.logging.provider";

  /** Held, since a logger that nobody holds forgets its level. */
  private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

  private final String before = System.getProperty(PROVIDER);

  private QuietLog() {
    System.setProperty(PROVIDER, "jdk");
    HIBERNATE.setLevel(Level.OFF);
  }

  static QuietLog begin() {
    return new QuietLog();
  }

  void end() {
    if (before == null) {
      System.clearProperty(PROVIDER);
    } else {
      System.setProperty(PROVIDER, before);
    }
  }
}
