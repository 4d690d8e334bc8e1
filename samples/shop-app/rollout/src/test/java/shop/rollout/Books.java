package shop.rollout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import shop.common.Picture;

/** What the clients of all releases were told has been done. The shop must show exactly that. */
final class Books {

  private final Map<Long, String> names = new ConcurrentHashMap<>();
  private final Map<Long, Long> cents = new ConcurrentHashMap<>();
  private final Set<Long> paid = ConcurrentHashMap.newKeySet();
  private final Map<Long, Long> lines = new ConcurrentHashMap<>();
  private final Map<String, Long> stock = new ConcurrentHashMap<>();
  private final List<Long> orders = new ArrayList<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicInteger conflicts = new AtomicInteger();

  void registered(long customer, String name) {
    assertEquals(null, names.put(customer, name), "customer " + customer + " twice");
  }

  void ordered(long order, long worth, int articles) {
    assertEquals(null, cents.put(order, worth), "order " + order + " twice");
    lines.put(order, (long) articles);
    synchronized (orders) {
      orders.add(order);
    }
  }

  void raised(long order, long by) {
    cents.merge(order, by, Long::sum);
  }

  void paid(long order) {
    paid.add(order);
  }

  void stocked(String article, long pieces) {
    stock.merge(article, pieces, Long::sum);
  }

  void served() {
    requests.incrementAndGet();
  }

  void conflict() {
    conflicts.incrementAndGet();
  }

  void failed(String client, Throwable reason) {
    failures.add(client + ": " + reason + (reason.getCause() == null ? "" : " / " + reason.getCause()));
  }

  /** One of the orders that clients of all releases fight for: the newest few. */
  long contested(int draw) {
    synchronized (orders) {
      int few = Math.min(orders.size(), 4);
      return orders.get(orders.size() - 1 - draw % few);
    }
  }

  boolean hasOrders() {
    synchronized (orders) {
      return !orders.isEmpty();
    }
  }

  long requests() {
    return requests.get();
  }

  int conflicts() {
    return conflicts.get();
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  /** What the shop must show while no client is at work. */
  Picture picture() {
    return new Picture(
        new TreeMap<>(names),
        new TreeMap<>(cents),
        new TreeSet<>(paid),
        new TreeMap<>(lines),
        new TreeMap<>(stock));
  }
}
