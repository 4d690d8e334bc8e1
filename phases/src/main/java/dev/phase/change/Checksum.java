package dev.phase.change;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells whether a change was edited. It is over what the file says, not over its bytes: comments,
 * layout and the order of keys do not matter. The name is no part of it.
 */
public final class Checksum {

  private Checksum() {}

  /** SHA-256 of the change's JSON, in lower-case hexadecimal digits. */
  public static String of(Change change) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(ChangeJson.write(change).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
