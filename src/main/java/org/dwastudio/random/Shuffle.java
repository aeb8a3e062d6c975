package org.dwastudio.random;

import java.util.random.RandomGenerator;

/** Random orders, by Fisher and Yates. */
public final class Shuffle {
    private Shuffle() {}

    /** The same numbers in random order; the array is left as it is. */
    public static int[] of(int[] numbers, RandomGenerator random) {
        int[] order = numbers.clone();
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
        return order;
    }
}
