package org.dwastudio.attack;

import java.util.Optional;

/**
 * Outcome of one reading.
 *
 * @param failure what was thrown; empty if the input was read
 * @param allocated bytes that the reading thread allocated, an upper bound of what it held
 */
record Attempt(Optional<Throwable> failure, long allocated) {}
