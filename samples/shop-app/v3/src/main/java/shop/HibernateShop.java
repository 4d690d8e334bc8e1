package shop;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.Session;
import shop.common.Backend;
import shop.common.Picture;
import shop.common.Shop;

/** The shop on Hibernate, with the entities of this release. */
final class HibernateShop implements Shop {

  private final Backend backend;

  HibernateShop(Backend backend) {
    this.backend = backend;
  }

  @Override
  public long register(String name, String email) {
    return backend.call(
        session -> {
          Customer customer = new Customer(name, email);
          session.persist(customer);
          return customer.id;
        });
  }

  @Override
  public long order(long customer, long cents, List<String> articles) {
    return backend.call(
        session -> {
          Order order =
              new Order(session.getReference(Customer.class, customer), cents);
          articles.forEach(order::add);
          session.persist(order);
          return order.id;
        });
  }

  @Override
  public void raise(long order, long cents, Runnable thinking) {
    backend.run(
        session -> {
          Order found = session.find(Order.class, order);
          thinking.run();
          found.amountCents += cents;
        });
  }

  @Override
  public void pay(long order) {
    backend.run(
        session -> {
          Order found = session.find(Order.class, order);
          found.paid = true;
        });
  }

  @Override
  public void take(String article, int pieces, Runnable holding) {
    backend.run(
        session -> {
          Stock stock = session.find(Stock.class, article, LockModeType.PESSIMISTIC_WRITE);
          holding.run();
          stock.onHand -= pieces;
        });
  }

  @Override
  public void restock(String article, int pieces) {
    backend.run(
        session ->
            session
                .createMutationQuery(
                    """
                    insert into Stock as s (sku, onHand) values (:article, :pieces)
                    on conflict (sku) do update set onHand = s.onHand + excluded.onHand""")
                .setParameter("article", article)
                .setParameter("pieces", (long) pieces)
                .executeUpdate());
  }

  @Override
  public Picture look() {
    return backend.call(HibernateShop::picture);
  }

  private static Picture picture(Session session) {
    Picture picture =
        new Picture(
            new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), new TreeMap<>(), new TreeMap<>());
    for (Customer customer : all(session, Customer.class)) {
      picture.names().put(customer.id, customer.fullName);
    }
    for (Order order : all(session, Order.class)) {
      picture.cents().put(order.id, order.amountCents);
      if (order.paid) {
        picture.paid().add(order.id);
      }
    }
    Map<Long, Long> lines = picture.lines();
    for (OrderLine line : all(session, OrderLine.class)) {
      lines.merge(line.order.id, 1L, Long::sum);
    }
    for (Stock stock : all(session, Stock.class)) {
      picture.stock().put(stock.sku, stock.onHand);
    }
    return picture;
  }

  private static <T> List<T> all(Session session, Class<T> entity) {
    return session
        .createSelectionQuery("from " + entity.getSimpleName(), entity)
        .getResultList();
  }

  @Override
  public void close() {
    backend.close();
  }
}
