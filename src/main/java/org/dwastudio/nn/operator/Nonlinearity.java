package org.dwastudio.nn.operator;

/** Element-wise function after a normalization. */
public enum Nonlinearity {
    /** x */
    NONE,
    /** max(0, x) */
    RELU,
    /** min(max(0, x), 6) */
    RELU6,
    /** x · σ(x) with the logistic function σ */
    SILU
}
