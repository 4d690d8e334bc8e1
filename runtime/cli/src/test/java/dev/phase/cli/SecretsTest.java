package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecretsTest {

  @ParameterizedTest
  @CsvSource({
    "postgresql://me:hunter2@db/app, postgresql://me:****@db/app",
    "postgresql://me:p@ss@db/app, postgresql://me:****@db/app",
    "postgresql://me@db:5432/app, postgresql://me@db:5432/app",
    "jdbc:postgresql://db/app?user=me&password=hunter2&ssl=true, "
        + "jdbc:postgresql://db/app?user=me&password=****&ssl=true",
    "jdbc:postgresql://db/app?sslPassword=a&PASSWORD=b, "
        + "jdbc:postgresql://db/app?sslPassword=****&PASSWORD=****",
    "no url at all, no url at all",
  })
  void passwordsInUrlsAreHidden(String text, String safe) {
    assertEquals(safe, new Secrets().hide(text));
  }

  @Test
  void knownPasswordsAreHiddenWhereverTheyStand() {
    Secrets secrets = new Secrets();
    secrets.add("hunter2");
    secrets.add("");

    assertEquals("it is ****, or '****'", secrets.hide("it is hunter2, or 'hunter2'"));
  }
}
