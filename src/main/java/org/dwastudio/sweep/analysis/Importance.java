package org.dwastudio.sweep.analysis;

/**
 * Share of the variance of the scores that a setting explains by itself.
 *
 * @param key full key of the setting; {@link #SEED} and {@link #REST} for what settings do not explain
 * @param share 0 to 1
 * @param low lower end of the 95 % interval of a bootstrap over the trials
 * @param high its upper end
 */
public record Importance(String key, double share, double low, double high) {
    /** Differences between seeds. */
    public static final String SEED = "seed";

    /** Combinations of settings, and noise. */
    public static final String REST = "rest";
}
