package dev.phase.cli.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks for rows that versions show differently, or not as an application wrote them. */
final class Checks implements AutoCloseable {

  private static final String COMPARE =
      """
      SELECT count(*) FROM (%s) older FULL JOIN (%s) newer USING (id)
      WHERE older IS DISTINCT FROM newer
      """;

  private static final String WRITTEN_CUSTOMERS =
      """
      SELECT count(*)
      FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) written (id, name, email, phone)
      LEFT JOIN (%s) shown USING (id)
      WHERE (written.name, written.email, written.phone)
        IS DISTINCT FROM (shown.name, shown.email, shown.phone)
      """;

  private static final String WRITTEN_ORDERS =
      """
      SELECT count(*)
      FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::boolean[], ?::text[])
        written (id, customer_id, cents, paid, note)
      LEFT JOIN (%s) shown USING (id)
      WHERE (written.customer_id, written.cents, written.paid, written.note)
        IS DISTINCT FROM (shown.customer_id, shown.cents, shown.paid, shown.note)
      """;

  /** A digest of the rows that no application may change. */
  private static final String DIGEST =
      """
      SELECT count(*) || ':' || coalesce(sum(hashtextextended(shown::text, 0)), 0)
      FROM (%s) shown WHERE id <= %d AND (id - 1) %% %d >= %d
      """;

  private final Shop shop;
  private final Connection connection;

  Checks(Shop shop) throws SQLException {
    this.shop = shop;
    this.connection = shop.connect("public");
    try (var statement = connection.createStatement()) {
      statement.execute("SET work_mem = '128MB'");
    }
  }

  /** The rows that two versions show differently at one instant. */
  long differences(Edition older, Edition newer) throws SQLException {
    return Long.parseLong(query(COMPARE.formatted(customers(older), customers(newer))))
        + Long.parseLong(query(COMPARE.formatted(orders(older), orders(newer))));
  }

  /** The rows that a version does not show as the application wrote them. */
  long lost(Application writer, Edition shown) throws SQLException {
    return lostCustomers(writer.customers(), shown) + lostOrders(writer.orders(), shown);
  }

  /** What a version shows of the rows that no application changes, as a digest. */
  String untouched(Edition shown) throws SQLException {
    int owned = Share.SLOTS;
    return query(DIGEST.formatted(customers(shown), shop.customers(), Share.STRIDE, owned))
        + query(DIGEST.formatted(orders(shown), shop.orders(), Share.STRIDE, owned));
  }

  private long lostCustomers(Map<Long, Customer> written, Edition shown) throws SQLException {
    List<Object> names = new ArrayList<>();
    List<Object> emails = new ArrayList<>();
    List<Object> phones = new ArrayList<>();
    written
        .values()
        .forEach(
            customer -> {
              names.add(customer.name() == null ? "unknown" : customer.name());
              emails.add(customer.email());
              phones.add(customer.phone());
            });
    return count(
        WRITTEN_CUSTOMERS.formatted(customers(shown)),
        array("bigint", written.keySet().toArray()),
        array("text", names.toArray()),
        array("text", emails.toArray()),
        array("text", phones.toArray()));
  }

  private long lostOrders(Map<Long, Order> written, Edition shown) throws SQLException {
    List<Order> orders = List.copyOf(written.values());
    return count(
        WRITTEN_ORDERS.formatted(orders(shown)),
        array("bigint", written.keySet().toArray()),
        array("bigint", orders.stream().map(Order::customer).toArray()),
        array("bigint", orders.stream().map(Order::cents).toArray()),
        array("boolean", orders.stream().map(order -> order.state() > 0).toArray()),
        array("text", orders.stream().map(Order::note).toArray()));
  }

  private String customers(Edition edition) throws SQLException {
    return edition.customers(relation(edition, "customers"));
  }

  private String orders(Edition edition) throws SQLException {
    return edition.orders(relation(edition, "orders"));
  }

  /** Finds the relation as the edition's search_path would. */
  private String relation(Edition edition, String table) throws SQLException {
    String own = "\"%s\".%s".formatted(edition.schema(), table);
    return query("SELECT coalesce(to_regclass('%s'), 'public.%s')".formatted(own, table));
  }

  private java.sql.Array array(String type, Object[] values) throws SQLException {
    return connection.createArrayOf(type, values);
  }

  private long count(String sql, Object... values) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (var results = statement.executeQuery()) {
        results.next();
        return results.getLong(1);
      }
    }
  }

  private String query(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(sql)) {
      results.next();
      return results.getString(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
