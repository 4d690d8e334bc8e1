package dev.phase.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseUrlTest {

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://h:1/d, jdbc:postgresql://h:1/d",
    "jdbc:postgresql://h/d?user=a&ssl=true&password=b, jdbc:postgresql://h/d?ssl=true",
    "postgresql://h:5433/d, jdbc:postgresql://h:5433/d",
    "postgres://h/d, jdbc:postgresql://h/d",
    "postgresql://, jdbc:postgresql://localhost/",
    "postgresql:///d, jdbc:postgresql://localhost/d",
    "'postgresql://a:b@h1:1,h2:2/d', 'jdbc:postgresql://h1:1,h2:2/d'",
    "postgresql://[::1]:5432/d, jdbc:postgresql://[::1]:5432/d",
    "postgresql://h/my%20db, jdbc:postgresql://h/my+db",
    "postgresql://h/d?sslmode=require&connect_timeout=3,"
        + " jdbc:postgresql://h/d?sslmode=require&connectTimeout=3",
    "postgresql://h/d?target_session_attrs=read-write,"
        + " jdbc:postgresql://h/d?targetServerType=primary",
    "postgresql://h/d?options=-c%20a%3Db&user=x, jdbc:postgresql://h/d?options=-c+a%3Db"
  })
  void givesTheDriversUrlWithoutTheLogin(String url, String jdbc) {
    assertEquals(jdbc, DatabaseUrl.parse(url).jdbc());
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://a:b@h/d, a, b",
    "postgresql://a%40x:p%2F%3A%25+ü@h/d, a@x, p/:%+ü",
    "postgresql://a:b@c@h/d, a, b@c",
    "postgresql://h/d?user=a&password=p%26q, a, p&q",
    "jdbc:postgresql://h/d?user=a&password=p%26q, a, p&q"
  })
  void findsTheLogin(String url, String user, String password) {
    DatabaseUrl parsed = DatabaseUrl.parse(url);

    assertEquals(user, parsed.user().orElseThrow());
    assertEquals(password, parsed.password().orElseThrow().value());
  }

  @ParameterizedTest
  @CsvSource({
    "localhost/d, The URL names no PostgreSQL database.",
    "jdbc:postgresql://a:b@h/d, A jdbc: URL cannot have a user before the host.",
    "postgresql://a:b%zz@h/d, A % of the URL is not followed by two digits.",
    "postgresql://%2Fvar%2Frun/d, Java cannot reach a database through a socket file.",
    "postgresql://h/d?host=x, The parameter host is not supported in a URL.",
    "postgresql://h/d?sslmode, A parameter of the URL has no name or no value.",
    "postgresql://h/d?target_session_attrs=x, 'The parameter target_session_attrs must be one of"
        + " any, primary, read-write, standby and prefer-standby.'"
  })
  void refusesWhatTheDriverWouldMisread(String url, String message) {
    var e = assertThrows(IllegalArgumentException.class, () -> DatabaseUrl.parse(url));

    assertEquals(message, e.getMessage());
  }

  @Test
  void hidesPasswordsInItsText() {
    DatabaseUrl url =
        DatabaseUrl.parse("jdbc:postgresql://h/d?password=a&sslpassword=b&sslmode=require");

    assertEquals("jdbc:postgresql://h/d?sslpassword=***&sslmode=require", url.toString());
  }
}
