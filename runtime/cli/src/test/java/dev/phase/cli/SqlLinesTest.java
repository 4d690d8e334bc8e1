package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class SqlLinesTest {

  @Test
  void longLinesAreBrokenAtBlanks() {
    assertEquals(
        """
        SELECT a, b, c FROM
            one_table WHERE
            d = e
        """,
        folded("SELECT a, b, c FROM one_table WHERE d = e"));
  }

  @Test
  void aBlankInAQuoteOrACommentIsKept() {
    assertEquals(
        """
        SELECT
            'it''s a long text of words',
            "a very long column name"
        -- a comment that goes on and on
        """,
        folded(
            "SELECT 'it''s a long text of words', \"a very long column name\"\n"
                + "-- a comment that goes on and on"));
  }

  @Test
  void theBodyOfAFunctionIsCode() {
    assertEquals(
        """
        AS 'BEGIN
          IF one =
              ''a word''
              THEN NULL;
          END IF;
        END' LANGUAGE
            plpgsql STRICT
        """,
        folded(
            "AS 'BEGIN\n  IF one = ''a word'' THEN NULL;\n  END IF;\nEND' LANGUAGE plpgsql STRICT"));
  }

  @Test
  void indentStays() {
    assertEquals(
        """
          AND this = that OR
              that = this
        """,
        folded("  AND this = that OR that = this"));
  }

  private static String folded(String sql) {
    return String.join("\n", SqlLines.of(sql, 20)) + "\n";
  }
}
