package org.dwastudio.bench;

/** Variants of the pixel step that a benchmark compares. */
public enum StepVariant {
    /** The synthesis step in float32. */
    FLOAT32("float32"),
    /** The synthesis step in float32, in as many columns at the same time as there are threads; time per step. */
    COLUMNS("columns"),
    /** The synthesis step with convolutions in bfloat16. */
    MIXED("mixed"),
    /** The synthesis step with convolutions in float16 and a loss scale. */
    HALF("half"),
    /** The step with autograd and weight gradients enabled, as in the published code. */
    PUBLISHED("published"),
    /** Estimated time of the step's convolutions at the rate of one large 3×3 convolution. */
    FLOOR("floor"),
    /** The published step in Python's PyTorch, in a process of its own. */
    PYTHON("python");

    private final String key;

    StepVariant(String key) {
        this.key = key;
    }

    /** Returns the name on the command line. */
    public String key() {
        return key;
    }
}
