package org.dwastudio.bench;

/** What a benchmark of the pixel step compares. */
public enum StepVariant {
    /** The synthesis step in float32. */
    FLOAT32("float32"),
    /** The synthesis step with convolutions in bfloat16. */
    MIXED("mixed"),
    /** The synthesis step with convolutions in float16 and a loss scale. */
    HALF("half"),
    /** The same step by autograd with the gradients of weights left on, as the published code does it. */
    PUBLISHED("published"),
    /** The time that the step's convolutions would take at the rate of one large 3×3 convolution. */
    FLOOR("floor");

    private final String key;

    StepVariant(String key) {
        this.key = key;
    }

    /** The name on the command line. */
    public String key() {
        return key;
    }
}
