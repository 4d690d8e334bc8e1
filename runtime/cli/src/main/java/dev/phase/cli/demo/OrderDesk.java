package dev.phase.cli.demo;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What a client does with orders. Every row that it writes is its own. */
final class OrderDesk {

  /** Sends the statement and returns the row as it is then. */
  private interface Change {
    Order apply(long id, Order order) throws SQLException;
  }

  private final Edition edition;
  private final Share share;
  private final RandomGenerator random;
  private final Notebook<Order> notebook = new Notebook<>();

  OrderDesk(Edition edition, Share share, RandomGenerator random) {
    this.edition = edition;
    this.share = share;
    this.random = random;
  }

  List<Client.Action> actions() {
    return List.of(
        this::place, this::placeByDefault, this::adopt, this::reprice, this::raise, this::proceed,
        this::note, this::cancel, this::correct, this::read, this::read, this::list);
  }

  Map<Long, Order> written() {
    return notebook.rows();
  }

  private void place(Session session) throws SQLException {
    Order order = new Order(share.customer(random), cents(), state(), "from " + edition);
    long id =
        session.insert(
            """
            INSERT INTO orders (customer_id, $amount, $state, note) VALUES (?, ?, ?, ?)
            RETURNING id
            """,
            order.customer(), amount(order), state(order), order.note());
    notebook.write(id, order);
  }

  /** Leaves the state to the default of the version. */
  private void placeByDefault(Session session) throws SQLException {
    Order order = new Order(share.customer(random), cents(), 0, null);
    long id =
        session.insert(
            "INSERT INTO orders (customer_id, $amount) VALUES (?, ?) RETURNING id",
            order.customer(), amount(order));
    notebook.write(id, order);
  }

  /** Takes over an order that the shop had before the demo began. */
  private void adopt(Session session) throws SQLException {
    long id = share.order(random);
    Order order = new Order(share.customerOf(id), cents(), state(), "of " + edition);
    session.update(
        "UPDATE orders SET $amount = ?, $state = ?, note = ? WHERE id = ?",
        amount(order), state(order), order.note(), id);
    notebook.write(id, order);
  }

  private void reprice(Session session) throws SQLException {
    change(
        (id, order) -> {
          Order repriced = order.costing(cents());
          session.update("UPDATE orders SET $amount = ? WHERE id = ?", amount(repriced), id);
          return repriced;
        });
  }

  private void raise(Session session) throws SQLException {
    change(
        (id, order) -> {
          session.update(
              "UPDATE orders SET $amount = $amount + ? WHERE id = ?", edition.amount(1), id);
          return order.costing(order.cents() + 1);
        });
  }

  private void proceed(Session session) throws SQLException {
    change(
        (id, order) -> {
          Order proceeded = order.in(state());
          session.update("UPDATE orders SET $state = ? WHERE id = ?", state(proceeded), id);
          return proceeded;
        });
  }

  private void note(Session session) throws SQLException {
    change(
        (id, order) -> {
          Order noted = order.noted("note " + random.nextInt(1000));
          session.update("UPDATE orders SET note = ? WHERE id = ?", noted.note(), id);
          return noted;
        });
  }

  private void cancel(Session session) throws SQLException {
    Optional<Long> id = notebook.any(random).filter(share::isNew);
    if (id.isPresent()) {
      session.update("DELETE FROM orders WHERE id = ?", id.get());
      notebook.strike(id.get());
    }
  }

  /** Reads, decides and writes in one transaction, as an object-relational mapper would. */
  private void correct(Session session) throws SQLException {
    change(
        (id, order) -> {
          Order corrected = order.costing(cents()).in(state());
          session.atomically(
              () -> {
                expect(session, id, order, " FOR UPDATE");
                session.update(
                    "UPDATE orders SET $amount = ?, $state = ?, note = ? WHERE id = ?",
                    amount(corrected), state(corrected), corrected.note(), id);
              });
          return corrected;
        });
  }

  private void read(Session session) throws SQLException {
    change(
        (id, order) -> {
          expect(session, id, order, "");
          return order;
        });
  }

  private void list(Session session) throws SQLException {
    session.row(
        """
        SELECT c.$name, count(*), sum(o.$amount)
        FROM customers c JOIN orders o ON o.customer_id = c.id
        WHERE c.id = ? GROUP BY c.$name
        """,
        share.customer(random));
  }

  private void expect(Session session, long id, Order order, String lock) throws SQLException {
    session.expect(
        Arrays.asList(order.customer(), amount(order), state(order), order.note()),
        session.row(
            "SELECT customer_id, $amount, $state, note FROM orders WHERE id = ?" + lock, id),
        "order " + id);
  }

  private void change(Change change) throws SQLException {
    Optional<Long> id = notebook.any(random);
    if (id.isPresent()) {
      notebook.write(id.get(), change.apply(id.get(), notebook.row(id.get())));
    }
  }

  private Object amount(Order order) {
    return edition.amount(order.cents());
  }

  private Object state(Order order) {
    return edition.state(order.state());
  }

  private long cents() {
    return random.nextLong(100_000);
  }

  private int state() {
    return random.nextInt(3);
  }
}
