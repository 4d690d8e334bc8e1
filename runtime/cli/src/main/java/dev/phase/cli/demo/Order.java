package dev.phase.cli.demo;

/**
 * An order as an application wrote it.
 *
 * @param state 0 for new, 1 for paid, 2 for shipped
 * @param note null where there is none
 */
record Order(long customer, long cents, int state, String note) {

  Order costing(long newCents) {
    return new Order(customer, newCents, state, note);
  }

  Order in(int newState) {
    return new Order(customer, cents, newState, note);
  }

  Order noted(String newNote) {
    return new Order(customer, cents, state, newNote);
  }
}
