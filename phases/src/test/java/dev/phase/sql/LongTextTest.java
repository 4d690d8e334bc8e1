package dev.phase.sql;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongTextTest {

  private static final String LONG = "it''s \"\"; ".repeat(20_000);

  @ParameterizedTest
  @ValueSource(strings = {"'%s'", "E'\\n%s'", "\"%s\"", "$$%s$$", "$tag$%s$tag$"})
  void longStringsAndNamesAreOneToken(String quotes) {
    String text = quotes.formatted(LONG);
    assertTrue(new SqlExpression(text + " || a").mentions(Identifier.of("a")));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SqlExpression(text.substring(0, text.length() - 1)));
  }
}
