package dev.phase.engine.estimate;

/** From the least to the most that something may take. */
public record Range(long least, long most) {

  public static final Range NOTHING = new Range(0, 0);

  public Range {
    if (least < 0 || most < least) {
      throw new IllegalArgumentException("There is no range from %d to %d.".formatted(least, most));
    }
  }

  public Range plus(Range other) {
    return new Range(least + other.least, most + other.most);
  }

  public boolean isNothing() {
    return most == 0;
  }
}
