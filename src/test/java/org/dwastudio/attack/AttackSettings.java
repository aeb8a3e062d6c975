package org.dwastudio.attack;

import java.util.Random;

/**
 * Extent of the attack, set by system properties: {@code attack.seed}, and {@code attack.rounds} of every reader.
 *
 * @param seed seed of all random numbers
 * @param rounds changed inputs per reader
 */
public record AttackSettings(long seed, int rounds) {
    private static final long DEFAULT_SEED = 20261129;
    private static final int DEFAULT_ROUNDS = 300;

    public static AttackSettings ofSystem() {
        return new AttackSettings(
                Long.getLong("attack.seed", DEFAULT_SEED), Integer.getInteger("attack.rounds", DEFAULT_ROUNDS));
    }

    /** Returns the random numbers of a round, which do not depend on other rounds. */
    public Random random(String reader, int round) {
        return new Random(seed * 1_000_003 + reader.hashCode() * 31L + round);
    }

    /** Returns the words with which a round is repeated. */
    public String describe(String reader, int round) {
        return reader + ", round " + round + " (-Dattack.seed=" + seed + ")";
    }
}
