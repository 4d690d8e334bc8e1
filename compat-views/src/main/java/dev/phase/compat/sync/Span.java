package dev.phase.compat.sync;

/**
 * The versions that see a physical column, counted from the oldest.
 *
 * @param lowest the first of them
 * @param highest the last of them
 */
record Span(int lowest, int highest) {

  /** Whether only versions on the new side of this boundary see it. */
  boolean isAbove(int boundary) {
    return lowest >= boundary;
  }

  /** Whether only versions on the old side of this boundary see it. */
  boolean isBelow(int boundary) {
    return highest < boundary;
  }

  /** Whether versions on both sides see it, so that a change of it does not tell who wrote. */
  boolean isShared(int boundary) {
    return lowest < boundary && boundary <= highest;
  }
}
