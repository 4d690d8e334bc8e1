package dev.phase.backfill;

import org.jdbi.v3.core.locator.ClasspathSqlLocator;

/** The {@code .sql} files beside the classes, in a folder per class. */
final class Resources {

  private static final ClasspathSqlLocator LOCATOR = ClasspathSqlLocator.removingComments();

  private Resources() {}

  static String sql(Class<?> owner, String name) {
    return LOCATOR.locate(owner, name);
  }
}
