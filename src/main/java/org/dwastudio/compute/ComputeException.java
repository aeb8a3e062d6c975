package org.dwastudio.compute;

/** Failure to use a compute setting; the message is a sentence with the reason. */
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
