package dev.phase.cli.demo;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What a client does with customers. Every row that it writes is its own. */
final class CustomerDesk {

  private static final List<String> NAMES =
      List.of("Ada Lovelace", "Edgar Codd", "Grace Hopper", "Zoë Müller", "Jim O'Neil", "");

  private final Edition edition;
  private final Share share;
  private final RandomGenerator random;
  private final Notebook<Customer> notebook = new Notebook<>();
  private long registered;

  CustomerDesk(Edition edition, Share share, RandomGenerator random) {
    this.edition = edition;
    this.share = share;
    this.random = random;
  }

  List<Client.Action> actions() {
    return List.of(this::register, this::adopt, this::rename, this::upsert, this::read, this::read);
  }

  Map<Long, Customer> written() {
    return notebook.rows();
  }

  private void register(Session session) throws SQLException {
    Customer customer =
        new Customer(
            name(), "%s.%d.%d@example.org".formatted(edition, share.slot(), ++registered), "1");
    long id =
        session.insert(
            "INSERT INTO customers ($name, email, phone) VALUES (?, ?, ?) RETURNING id",
            customer.name(), customer.email(), customer.phone());
    notebook.write(id, customer);
  }

  /** Takes over a customer that the shop had before the demo began. */
  private void adopt(Session session) throws SQLException {
    long id = share.customer(random);
    Customer customer = new Customer(name(), "customer%d@example.org".formatted(id), "2");
    session.update(
        "UPDATE customers SET $name = ?, phone = ? WHERE id = ?",
        customer.name(), customer.phone(), id);
    notebook.write(id, customer);
  }

  private void rename(Session session) throws SQLException {
    Optional<Long> id = notebook.any(random);
    if (id.isPresent()) {
      Customer customer = notebook.row(id.get()).named(name());
      session.update("UPDATE customers SET $name = ? WHERE id = ?", customer.name(), id.get());
      notebook.write(id.get(), customer);
    }
  }

  private void upsert(Session session) throws SQLException {
    Optional<Long> id = notebook.any(random);
    if (id.isPresent()) {
      Customer customer = notebook.row(id.get()).named(name());
      session.insert(
          """
          INSERT INTO customers ($name, email, phone) VALUES (?, ?, ?)
          ON CONFLICT (email) DO UPDATE SET $name = excluded.$name RETURNING id
          """,
          customer.name(), customer.email(), customer.phone());
      notebook.write(id.get(), customer);
    }
  }

  private void read(Session session) throws SQLException {
    Optional<Long> id = notebook.any(random);
    if (id.isPresent()) {
      Customer customer = notebook.row(id.get());
      session.expect(
          Arrays.asList(customer.name(), customer.email(), customer.phone()),
          session.row("SELECT $name, email, phone FROM customers WHERE id = ?", id.get()),
          "customer " + id.get());
    }
  }

  private String name() {
    return edition.allowsNoName() && random.nextInt(5) == 0
        ? null
        : NAMES.get(random.nextInt(NAMES.size()));
  }
}
