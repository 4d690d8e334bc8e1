package dev.phase.cli.demo;

import dev.phase.embedded.EmbeddedServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * The shop's database: customers and twice as many orders, on a server of its own.
 *
 * @param customers how many the shop has when the demo begins
 */
record Shop(EmbeddedServer server, long customers) implements AutoCloseable {

  private static final String DATABASE = "postgres";

  /** The demo's data is worth nothing, so its server does not wait for the disk. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "fsync", "off",
          "synchronous_commit", "off",
          "full_page_writes", "off",
          "shared_buffers", "256MB",
          "max_wal_size", "4GB");

  static Shop open(long customers) {
    return new Shop(EmbeddedServer.builder().settings(SETTINGS).start(), customers);
  }

  void load() throws SQLException {
    try (Connection connection = connect("public");
        var size = connection.prepareStatement("SELECT set_config('shop.customers', ?, false)");
        var script = connection.createStatement()) {
      size.setString(1, Long.toString(customers));
      size.execute();
      script.execute(resource("shop.sql"));
    }
  }

  long orders() {
    return 2 * customers;
  }

  /** The URL of the whole database. */
  String url() {
    return server.jdbcUrl(DATABASE);
  }

  String user() {
    return server.superuser();
  }

  /** The URL that an application of a version is configured with. */
  String url(String searchPath) {
    return url() + "?currentSchema=" + searchPath;
  }

  Connection connect(String searchPath) throws SQLException {
    return DriverManager.getConnection(url(searchPath), user(), "");
  }

  @Override
  public void close() {
    server.close();
  }

  static String resource(String name) {
    try (InputStream in = Shop.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
