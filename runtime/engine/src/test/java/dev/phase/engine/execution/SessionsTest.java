package dev.phase.engine.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What a session of Phase's own is like. */
@PostgresTest
final class SessionsTest {

  private final Database database;

  SessionsTest(Database database) {
    this.database = database;
  }

  @Test
  void theServerNoticesThatTheMachineOfACommandIsLost() throws Exception {
    try (Connection connection = open("")) {
      assertEquals("30", show(connection, "tcp_keepalives_idle"));
      assertEquals("10", show(connection, "tcp_keepalives_interval"));
      assertEquals("3", show(connection, "tcp_keepalives_count"));
    }
  }

  @Test
  void aSessionIsCalledPhaseWhateverTheUrlSays() throws Exception {
    try (Connection connection = open("ApplicationName=deploy")) {
      assertEquals("phase", show(connection, "application_name"));
    }
  }

  private Connection open(String parameter) {
    String separator = database.url().contains("?") ? "&" : "?";
    Properties login = new Properties();
    login.setProperty("user", database.user());
    login.setProperty("password", database.password());
    return new Sessions(database.url() + separator + parameter, login).open();
  }

  private static String show(Connection connection, String setting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW " + setting)) {
      row.next();
      return row.getString(1);
    }
  }
}
