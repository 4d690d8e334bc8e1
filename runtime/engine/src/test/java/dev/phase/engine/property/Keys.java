package dev.phase.engine.property;

/** The keys of the rows that programs write. */
final class Keys {

  private Keys() {}

  static String of(Kind kind, int number) {
    return switch (kind) {
      case BIGINT -> Long.toString(number * 10_000_000_000L);
      case TEXT -> "Key " + number;
      case UUID -> "00000000-0000-4000-8000-0000000000%02d".formatted(number);
      default -> Integer.toString(number);
    };
  }
}
