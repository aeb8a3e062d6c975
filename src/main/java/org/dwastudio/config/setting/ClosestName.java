package org.dwastudio.config.setting;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Search for the name that somebody who mistyped it most likely meant. */
public final class ClosestName {
    private ClosestName() {}

    /**
     * Returns the known name with the fewest changed letters, at most a third of them; empty if none is as close. Case
     * and separators do not count.
     */
    public static Optional<String> of(String typed, Collection<String> known) {
        String plain = plain(typed);
        return known.stream()
                .filter(name -> distance(plain, plain(name)) <= Math.max(1, plain.length() / 3))
                .min(Comparator.<String>comparingInt(name -> distance(plain, plain(name)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /** Returns the least number of letters to insert, remove, replace or swap with their neighbor. */
    private static int distance(String one, String other) {
        int[][] best = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    best[i][j] = i + j;
                    continue;
                }
                int replaced = best[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                best[i][j] = Math.min(replaced, 1 + Math.min(best[i - 1][j], best[i][j - 1]));
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    best[i][j] = Math.min(best[i][j], best[i - 2][j - 2] + 1);
                }
            }
        }
        return best[one.length()][other.length()];
    }
}
