package shop.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import shop.common.Shop;
import shop.common.Shop.Conflict;

/** Clients of one release, each with one request after the other. */
final class Load {

  private static final int CLIENTS = 3;
  private static final AtomicLong NUMBERS = new AtomicLong();
  private static final List<String> ARTICLES = List.of("apple", "pear", "plum");

  private final Shop shop;
  private final Books books;
  private final String name;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;

  Load(Shop shop, Books books, String name) {
    this.shop = shop;
    this.books = books;
    this.name = name;
  }

  void start(ClassLoader classes) {
    running = true;
    for (int i = 0; i < CLIENTS; i++) {
      Thread thread = new Thread(this::work, name);
      thread.setContextClassLoader(classes);
      threads.add(thread);
      thread.start();
    }
  }

  void stop() {
    running = false;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    threads.clear();
  }

  private void work() {
    SplittableRandom random = new SplittableRandom(NUMBERS.incrementAndGet());
    while (running) {
      try {
        request(random);
        books.served();
      } catch (Conflict e) {
        books.conflict();
      } catch (RuntimeException | AssertionError e) {
        books.failed(name, e);
      }
    }
  }

  private void request(SplittableRandom random) {
    switch (books.hasOrders() ? random.nextInt(8) : 0) {
      case 0 -> {
        long number = NUMBERS.incrementAndGet();
        long customer = shop.register("Customer " + number, number + "@example.org");
        books.registered(customer, "Customer " + number);
        long cents = random.nextLong(100, 10_000);
        books.ordered(shop.order(customer, cents, ARTICLES), cents, ARTICLES.size());
      }
      case 1 -> {
        long order = books.contested(random.nextInt(4));
        shop.pay(order);
        books.paid(order);
      }
      case 2 -> restock(random);
      case 3 -> {
        String article = ARTICLES.get(random.nextInt(ARTICLES.size()));
        restock(random, article);
        shop.take(article, 1, Thread::onSpinWait);
        books.stocked(article, -1);
      }
      default -> {
        long order = books.contested(random.nextInt(4));
        shop.raise(order, 7, Thread::onSpinWait);
        books.raised(order, 7);
      }
    }
  }

  private void restock(SplittableRandom random) {
    restock(random, ARTICLES.get(random.nextInt(ARTICLES.size())));
  }

  private void restock(SplittableRandom random, String article) {
    int pieces = random.nextInt(1, 5);
    shop.restock(article, pieces);
    books.stocked(article, pieces);
  }
}
