package dev.phase.cli;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Hides passwords in texts: those that it was told, and whatever stands where a URL has its
 * password. May be used from any thread.
 */
final class Secrets {

  private static final String HIDDEN = "****";
  private static final String PARAMETER = "password=";

  private final Queue<String> known = new ConcurrentLinkedQueue<>();

  void add(String secret) {
    if (!secret.isEmpty()) {
      known.add(secret);
    }
  }

  String hide(String text) {
    String safe = hideUserInfo(hideParameters(text));
    for (String secret : known) {
      safe = hideWord(safe, secret);
    }
    return safe;
  }

  /** Inside a longer word it is no secret: a password of one letter would spoil every message. */
  private static String hideWord(String text, String secret) {
    String safe = text;
    int at = safe.indexOf(secret);
    while (at >= 0) {
      int end = at + secret.length();
      boolean inWord =
          (at > 0 && Character.isLetterOrDigit(safe.charAt(at - 1)))
              || (end < safe.length() && Character.isLetterOrDigit(safe.charAt(end)));
      if (inWord) {
        at = safe.indexOf(secret, at + 1);
      } else {
        safe = safe.substring(0, at) + HIDDEN + safe.substring(end);
        at = safe.indexOf(secret, at + HIDDEN.length());
      }
    }
    return safe;
  }

  /** {@code …?user=a&password=b} and {@code sslpassword=b}. */
  private static String hideParameters(String text) {
    String safe = text;
    int at = indexOfIgnoringCase(safe, PARAMETER, 0);
    while (at >= 0) {
      int start = at + PARAMETER.length();
      int end = start;
      while (end < safe.length() && !isEndOfParameter(safe.charAt(end))) {
        end++;
      }
      safe = safe.substring(0, start) + HIDDEN + safe.substring(end);
      at = indexOfIgnoringCase(safe, PARAMETER, start);
    }
    return safe;
  }

  /** {@code postgresql://user:password@host}; a password may hold anything but a blank. */
  private static String hideUserInfo(String text) {
    String safe = text;
    int scheme = safe.indexOf("://");
    while (scheme >= 0) {
      int start = scheme + 3;
      int end = start;
      while (end < safe.length() && !isEndOfUrl(safe.charAt(end))) {
        end++;
      }
      int at = safe.substring(start, end).lastIndexOf('@');
      int colon = safe.substring(start, end).indexOf(':');
      if (colon >= 0 && colon < at) {
        safe = safe.substring(0, start + colon + 1) + HIDDEN + safe.substring(start + at);
      }
      scheme = safe.indexOf("://", start);
    }
    return safe;
  }

  private static boolean isEndOfParameter(char c) {
    return c == '&' || isEndOfUrl(c);
  }

  private static boolean isEndOfUrl(char c) {
    return Character.isWhitespace(c) || c == '"' || c == '\'' || c == '`';
  }

  private static int indexOfIgnoringCase(String text, String part, int from) {
    for (int at = from; at <= text.length() - part.length(); at++) {
      if (text.regionMatches(true, at, part, 0, part.length())) {
        return at;
      }
    }
    return -1;
  }
}
