package dev.phase.window;

import dev.phase.sql.GeneratedName;

/**
 * How a session of an application says in its {@code application_name} which version it is on: by this
 * word, in front of the application's own name.
 */
public final class ClientTag {

  private static final String PREFIX = "phase:";

  private ClientTag() {}

  /** The tag of a version: printable ASCII, and at most 63 bytes, since PostgreSQL keeps no more. */
  public static String of(String version) {
    StringBuilder tag = new StringBuilder(PREFIX + version);
    for (int i = PREFIX.length(); i < tag.length(); i++) {
      if (tag.charAt(i) < '!' || tag.charAt(i) > '~') {
        tag.setCharAt(i, '_');
      }
    }
    return GeneratedName.of(tag.toString()).value();
  }

  /** The whole {@code application_name}; PostgreSQL keeps its first 63 bytes. */
  public static String of(String version, String application) {
    return application.isEmpty() ? of(version) : of(version) + " " + application;
  }

  /** Whether a session with this {@code application_name} says that it is on the version. */
  public static boolean names(String version, String applicationName) {
    String tag = of(version);
    return applicationName.equals(tag) || applicationName.startsWith(tag + " ");
  }
}
