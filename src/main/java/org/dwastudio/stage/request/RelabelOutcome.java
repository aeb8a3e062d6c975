package org.dwastudio.stage.request;

/**
 * Result of a relabel stage.
 *
 * @param stock the stored soft labels
 * @param made number of epochs labeled by this run; the others existed before
 * @param cancelled whether it was stopped early; labeled epochs are kept and not computed again
 */
public record RelabelOutcome(SoftLabelStock stock, int made, boolean cancelled) implements StageOutcome {}
