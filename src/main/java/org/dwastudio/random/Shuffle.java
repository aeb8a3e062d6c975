package org.dwastudio.random;

import java.util.random.RandomGenerator;

/** Fisher–Yates shuffle. */
public final class Shuffle {
    private Shuffle() {}

    /** Returns a copy of the numbers in random order; the array itself is not modified. */
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
