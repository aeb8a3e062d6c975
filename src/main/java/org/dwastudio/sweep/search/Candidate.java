package org.dwastudio.sweep.search;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Combination of values that is tried.
 *
 * @param number place among all candidates, from 1; 0 is the experiment as it is
 * @param values values by full key, in the order of the sweep
 * @param share share of the whole run: 1, or less for the first rounds of successive halving
 */
public record Candidate(int number, Map<String, String> values, double share) {
    public Candidate {
        values = new LinkedHashMap<>(values);
        if (number < 0 || !(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("candidate " + number + ", share " + share);
        }
    }

    /** Returns true if the candidate is run in full, so that its score counts. */
    public boolean isWhole() {
        return share == 1;
    }
}
