package dev.phase.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Guesses what a mistyped word was meant to be. */
final class Suggestion {

  private Suggestion() {}

  /** What to do about a word that is not one of these. */
  static String remedy(String word, Collection<String> known) {
    String list = known.stream().sorted().collect(Collectors.joining(", "));
    return nearest(word, known)
        .map(guess -> "Did you mean `%s`? Known here: %s.".formatted(guess, list))
        .orElse("Remove it, or use one that is known here: %s.".formatted(list));
  }

  static Optional<String> nearest(String word, Collection<String> known) {
    String wanted = word.toLowerCase(Locale.ROOT).replace('-', '_');
    return known.stream()
        .filter(candidate -> distance(wanted, candidate) <= Math.max(1, wanted.length() / 3))
        .min(
            Comparator.comparingInt((String candidate) -> distance(wanted, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Levenshtein's. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
