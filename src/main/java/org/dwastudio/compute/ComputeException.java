package org.dwastudio.compute;

/** Something that cannot be computed on; the message is a sentence that says why. */
public final class ComputeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ComputeProblem problem;

    public ComputeException(ComputeProblem problem) {
        super(problem.message());
        this.problem = problem;
    }

    ComputeException(ComputeProblem.Kind kind, Object... arguments) {
        this(ComputeProblem.of(kind, arguments));
    }

    public ComputeProblem problem() {
        return problem;
    }
}
