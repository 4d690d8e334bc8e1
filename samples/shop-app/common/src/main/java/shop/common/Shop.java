package shop.common;

import java.util.List;

/** What the shop does for its clients, whatever release answers them. */
public interface Shop extends AutoCloseable {

  /** Adds a customer and returns the number that the database gave. */
  long register(String name, String email);

  /** Adds an order with one line for each article, and returns its number. */
  long order(long customer, long cents, List<String> articles);

  /**
   * Makes an order more expensive.
   *
   * @param thinking what the client does between looking and deciding
   * @throws Conflict where somebody else has changed it at the same time
   */
  void raise(long order, long cents, Runnable thinking);

  /**
   * Records that an order is paid.
   *
   * @throws Conflict where somebody else has changed it at the same time
   */
  void pay(long order);

  /**
   * Takes pieces of an article off the shelf, one client after the other.
   *
   * @param holding what the client does while nobody else can take any
   */
  void take(String article, int pieces, Runnable holding);

  /** Puts pieces of an article on the shelf, which need not be there yet. */
  void restock(String article, int pieces);

  /** Everything that this release sees. */
  Picture look();

  @Override
  void close();

  /** Somebody else was faster; try again. */
  final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Conflict(Throwable cause) {
      super("Somebody else has changed it. Try again.", cause);
    }
  }
}
