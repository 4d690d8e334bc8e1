package dev.phase.yaml;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of everything that a file may hold. */
record Sample(
    String text,
    boolean flag,
    @Bounds(least = "1") Optional<Integer> number,
    Optional<Boolean> maybe,
    Optional<Colour> colour,
    @Bounds(least = "1ms") Optional<Duration> timeOut,
    Optional<Identifier> name,
    @JsonProperty("default") Optional<SqlExpression> defaultExpression,
    Optional<SqlType> type,
    Optional<Sql> sql,
    @JsonProperty(required = true) List<Shape> shapes,
    List<Key> keys,
    Map<Identifier, SqlExpression> up,
    Optional<Unwrapping> unwrapping) {

  enum Colour {
    RED,
    DARK_BLUE
  }

  sealed interface Shape permits Circle, FilledSquare, TextShape {}

  record Circle(int radius) implements Shape {

    Circle {
      if (radius == 13) {
        throw new IllegalArgumentException("A circle of 13 brings bad luck.");
      }
    }
  }

  record FilledSquare(Optional<String> fill) implements Shape {}

  record TextShape(Optional<String> font) implements Shape {}

  record Key(Optional<String> column, Optional<String> order) {

    public static Key of(String column) {
      return new Key(Optional.of(column), Optional.empty());
    }
  }

  record Unwrapping(String outer, @JsonUnwrapped Inner inner) {}

  record Inner(String inside, Optional<Long> size) {}
}
