package dev.phase.cli.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One application of the shop: the clients of one edition, and what they have written. */
final class Application implements AutoCloseable {

  private static final int CLIENTS = Share.SLOTS / Edition.values().length;

  private final Edition edition;
  private final Tally tally = new Tally();
  private final List<Client> clients;
  private List<Thread> threads = List.of();

  Application(Shop shop, Edition edition) {
    this.edition = edition;
    this.clients =
        IntStream.range(0, CLIENTS)
            .mapToObj(i -> new Client(shop, edition, tally, edition.ordinal() * CLIENTS + i))
            .toList();
  }

  /** Starts the clients; after a stop, they go on where they were. */
  void start() {
    clients.forEach(Client::allow);
    threads = clients.stream().map(client -> new Thread(client, edition.title())).toList();
    threads.forEach(
        thread -> {
          thread.setDaemon(true);
          thread.start();
        });
  }

  /** Stops the clients and waits until the last one is done. */
  void stop() {
    clients.forEach(Client::stop);
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    threads = List.of();
  }

  boolean isRunning() {
    return !threads.isEmpty();
  }

  Edition edition() {
    return edition;
  }

  Tally tally() {
    return tally;
  }

  /** The customers as the clients wrote them; to be asked while they are stopped. */
  Map<Long, Customer> customers() {
    Map<Long, Customer> all = new HashMap<>();
    clients.forEach(client -> all.putAll(client.customers().written()));
    return all;
  }

  /** The orders as the clients wrote them; to be asked while they are stopped. */
  Map<Long, Order> orders() {
    Map<Long, Order> all = new HashMap<>();
    clients.forEach(client -> all.putAll(client.orders().written()));
    return all;
  }

  @Override
  public void close() {
    stop();
  }
}
