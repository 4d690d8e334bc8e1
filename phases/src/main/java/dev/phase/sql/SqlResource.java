package dev.phase.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** SQL that stands in a file beside the class that uses it. */
public final class SqlResource {

  private SqlResource() {}

  /** The file's statement, each {@code %s} filled with a fragment as {@link Sql#of} does. */
  public static Sql read(Class<?> beside, String name, SqlFragment... fragments) {
    return Sql.of(text(beside, name).strip(), fragments);
  }

  /**
   * The text of the file.
   *
   * @param beside a class of the package that holds it
   */
  public static String text(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Resource %s of %s is missing.".formatted(name, beside));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
