package org.dwastudio.train.schedule;

/**
 * A learning rate that falls along half a cosine: rate_t = ½(1 + cos(πt/T))·lr. The synthesis steps it every iteration,
 * the squeeze every epoch (as the published recipe for CIFAR does).
 *
 * @param initialRate lr, the rate at t = 0
 * @param length T, where the rate reaches zero
 */
public record CosineSchedule(double initialRate, int length) {

    /** The rate at t, counted from 0. */
    public double rate(int t) {
        return 0.5 * (1 + Math.cos(Math.PI * t / length)) * initialRate;
    }
}
