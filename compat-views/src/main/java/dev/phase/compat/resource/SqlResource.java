package dev.phase.compat.resource;

import dev.phase.sql.Sql;
import dev.phase.sql.SqlFragment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads a {@code .sql} file that lies beside a class; each holds one statement. */
public final class SqlResource {

  private SqlResource() {}

  /** The file's statement, each {@code %s} filled with a fragment as {@link Sql#of} does. */
  public static Sql read(Class<?> beside, String file, SqlFragment... fragments) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The resource %s of %s is missing.".formatted(file, beside));
      }
      return Sql.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip(), fragments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
