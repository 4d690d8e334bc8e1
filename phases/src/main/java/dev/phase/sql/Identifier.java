package dev.phase.sql;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;

/**
 * A name of a PostgreSQL object as the catalog stores it: case kept, not quoted.
 *
 * <p>At most 63 bytes in UTF-8; PostgreSQL would cut a longer one silently (NAMEDATALEN, "Lexical
 * Structure" in its manual).
 */
public record Identifier(@JsonValue String value) implements SqlFragment, Comparable<Identifier> {

  /** The longest name PostgreSQL keeps, in bytes. */
  public static final int MAX_BYTES = 63;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Identifier {
    requireNonNull(value, "value is null");
    if (value.isEmpty() || value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("A name must have at least one character and no NUL.");
    }
    if (isTooLong(value)) {
      throw new IllegalArgumentException(
          "Name \"%s\" is longer than %d bytes.".formatted(value, MAX_BYTES));
    }
  }

  public static Identifier of(String value) {
    return new Identifier(value);
  }

  /** Whether PostgreSQL would cut this name. */
  public static boolean isTooLong(String value) {
    return value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
  }

  /** Always quoted, so that case, spaces and reserved words need no thought. */
  @Override
  public String sql() {
    return '"' + value.replace("\"", "\"\"") + '"';
  }

  @Override
  public int compareTo(Identifier other) {
    return value.compareTo(other.value);
  }

  /** The bare name, for messages. */
  @Override
  public String toString() {
    return value;
  }
}
