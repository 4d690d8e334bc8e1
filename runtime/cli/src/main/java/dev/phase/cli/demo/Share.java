package dev.phase.cli.demo;

import java.util.random.RandomGenerator;

/**
 * The part of the loaded rows that one client may change. Half of the rows belong to nobody, so that
 * they show at the end that nothing but the applications changed any value.
 *
 * @param slot the client's number, from 0
 */
record Share(Shop shop, int slot) {

  static final int SLOTS = 8;
  static final int STRIDE = 2 * SLOTS;

  long customer(RandomGenerator random) {
    return pick(random, shop.customers());
  }

  long order(RandomGenerator random) {
    return pick(random, shop.orders());
  }

  /** The customer of an order that was loaded. */
  long customerOf(long order) {
    return 1 + order % shop.customers();
  }

  /** Whether an application placed this order. */
  boolean isNew(long order) {
    return order > shop.orders();
  }

  private long pick(RandomGenerator random, long rows) {
    return STRIDE * random.nextLong(rows / STRIDE) + slot + 1;
  }
}
