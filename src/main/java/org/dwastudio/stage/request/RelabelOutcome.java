package org.dwastudio.stage.request;

/**
 * How a relabelling ended.
 *
 * @param stock what is there now
 * @param made epochs that were made; the others were there before
 * @param cancelled whether it was stopped before its end; what is done is kept and not done again
 */
public record RelabelOutcome(SoftLabelStock stock, int made, boolean cancelled) {}
