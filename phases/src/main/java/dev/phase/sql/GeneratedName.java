package dev.phase.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * Names that Phase makes up: the parts joined by an underscore, and a hash at the end where the
 * result would be longer than PostgreSQL keeps. Equal parts always give the equal name.
 */
public final class GeneratedName {

  private static final int HASH_LENGTH = 10;

  private GeneratedName() {}

  /** A name made of the parts; at most 63 bytes, cut between characters. */
  public static Identifier of(String... parts) {
    String readable = String.join("_", parts);
    if (!Identifier.isTooLong(readable)) {
      return Identifier.of(readable);
    }
    String suffix = "_" + hash(parts);
    int room = Identifier.MAX_BYTES - suffix.length();
    int end = readable.length();
    while (readable.substring(0, end).getBytes(StandardCharsets.UTF_8).length > room) {
      end = readable.offsetByCodePoints(end, -1);
    }
    return Identifier.of(readable.substring(0, end) + suffix);
  }

  /** The same, where other parts never give the same name: none that are written together alike. */
  public static Identifier distinct(String... parts) {
    return of(
        Arrays.stream(parts)
            .map(part -> part.replace("\\", "\\\\").replace(".", "\\."))
            .collect(Collectors.joining(".")));
  }

  private static String hash(String... parts) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(Arrays.toString(parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
