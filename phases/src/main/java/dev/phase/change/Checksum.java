package dev.phase.change;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Tells whether a change was edited in a way that matters: it is over the operations, not over the
 * file's bytes. Comments, layout, the order of keys, the description and how fast the change is
 * backfilled are nobody's business once it has been applied.
 */
public final class Checksum {

  private Checksum() {}

  /** SHA-256 of the JSON of the change's operations, in lower-case hexadecimal digits. */
  public static String of(Change change) {
    Change bare = new Change(change.id(), Optional.empty(), change.operations());
    return of(ChangeJson.write(bare).getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 of the bytes, likewise. */
  static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
