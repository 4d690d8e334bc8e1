package dev.phase.samples;

import dev.phase.testkit.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * An application that was written for the shop's schema after so many changes.
 *
 * @param version the last of them; {@code public} for none
 */
record ShopApplication(Connection connection, int changes, String version)
    implements AutoCloseable {

  /** Connects as applications do, for as long as they run. */
  static ShopApplication start(Database database, int changes, String version)
      throws SQLException {
    String path = changes == 0 ? "public" : "public_" + version + ",public";
    String url = database.url() + (database.url().contains("?") ? "&" : "?");
    return new ShopApplication(
        DriverManager.getConnection(
            url + "currentSchema=" + path + "&stringtype=unspecified",
            database.user(),
            database.password()),
        changes,
        version);
  }

  /** Writes every column that the version has, and reads the same back. */
  void work(int round) throws SQLException {
    Map<String, String> customer = customer(round);
    String customerId = insert("customers", customer);
    customer.put(name(), "Renamed " + round);
    update("customers", customerId, customer);

    Map<String, String> order = order(customerId);
    String orderId = insert("orders", order);
    order.put(amount(), amount(round + 1));
    order.put("status", "shipped");
    order.put("note", null);
    update("orders", orderId, order);

    insert(has(2) ? "requests" : "tickets", Map.of("order_id", orderId, "body", "?"));
    if (has(1)) {
      insert("reviews", Map.of("customer_id", customerId, "order_id", orderId, "stars", "4"));
    }
  }

  /** The status of an order that was placed without one. */
  String defaultStatus() throws SQLException {
    String id = insert("orders", Map.of("customer_id", "1", amount(), amount(1)));
    return read("orders", id, List.of("status")).get(0);
  }

  /** All customers and orders, in words that all versions share. */
  List<List<String>> shown() throws SQLException {
    String cents = has(10) ? "amount_cents" : "round(amount * 100)::bigint";
    List<List<String>> rows = new ArrayList<>();
    rows.addAll(
        rows(
            "SELECT id, coalesce(%s, 'unknown'), email FROM customers ORDER BY id"
                .formatted(name())));
    rows.addAll(
        rows(
            "SELECT id, customer_id, %s, status, nullif(note, '') FROM orders ORDER BY id"
                .formatted(cents)));
    return rows;
  }

  private Map<String, String> customer(int round) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("email", "v%d.%d@example.org".formatted(changes, round));
    columns.put(name(), has(11) ? "Somebody" : null);
    if (has(4)) {
      columns.put("city", "Zürich");
    }
    if (has(7)) {
      columns.put("email_domain", "written.example");
    }
    if (!has(9)) {
      columns.put("phone", "110");
    }
    return columns;
  }

  private Map<String, String> order(String customer) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("customer_id", customer);
    columns.put(amount(), amount(0));
    columns.put("status", "paid");
    columns.put("note", has(15) ? "noted" : "");
    if (has(5)) {
      columns.put("currency", "CHF");
    }
    return columns;
  }

  private String name() {
    return has(8) ? "full_name" : "name";
  }

  private String amount() {
    return has(10) ? "amount_cents" : "amount";
  }

  private String amount(int cents) {
    return has(10)
        ? Integer.toString(1000 + cents)
        : "%d.%02d".formatted(10 + cents / 100, cents % 100);
  }

  private boolean has(int change) {
    return changes >= change;
  }

  private String insert(String table, Map<String, String> columns) throws SQLException {
    String sql =
        "INSERT INTO %s (%s) VALUES (%s) RETURNING id"
            .formatted(
                table,
                String.join(", ", columns.keySet()),
                String.join(", ", Collections.nCopies(columns.size(), "?")));
    String id = rows(sql, columns.values().toArray(String[]::new)).get(0).get(0);
    expect(table, id, columns);
    return id;
  }

  private void update(String table, String id, Map<String, String> columns) throws SQLException {
    StringJoiner assignments = new StringJoiner(", ");
    columns.keySet().forEach(column -> assignments.add(column + " = ?"));
    List<String> values = new ArrayList<>(columns.values());
    values.add(id);
    rows(
        "UPDATE %s SET %s WHERE id = ? RETURNING id".formatted(table, assignments),
        values.toArray(String[]::new));
    expect(table, id, columns);
  }

  private void expect(String table, String id, Map<String, String> columns) throws SQLException {
    List<String> names = List.copyOf(columns.keySet());
    List<String> wanted = new ArrayList<>();
    names.forEach(name -> wanted.add(columns.get(name)));
    List<String> shown = read(table, id, names);
    if (!shown.equals(wanted)) {
      throw new AssertionError(
          "%s %s %s: wrote %s, read %s".formatted(table, id, names, wanted, shown));
    }
  }

  private List<String> read(String table, String id, List<String> columns) throws SQLException {
    return rows(
            "SELECT %s FROM %s WHERE id = ?".formatted(String.join(", ", columns), table), id)
        .get(0);
  }

  private List<List<String>> rows(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      List<List<String>> rows = new ArrayList<>();
      try (ResultSet results = statement.executeQuery()) {
        while (results.next()) {
          List<String> row = new ArrayList<>();
          for (int column = 1; column <= results.getMetaData().getColumnCount(); column++) {
            row.add(results.getString(column));
          }
          rows.add(row);
        }
      }
      return rows;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
