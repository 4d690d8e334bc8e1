package dev.phase.compat.sync;

/** No rule lies between versions that write: there is nothing to find out. */
final class NoBoundary implements Origin {

  @Override
  public void declare(Code code) {}

  @Override
  public void updated(Code code) {}
}
