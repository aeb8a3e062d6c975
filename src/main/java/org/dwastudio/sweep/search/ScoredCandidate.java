package org.dwastudio.sweep.search;

/**
 * Candidate with the mean score of its runs.
 *
 * @param score higher is better; NaN if a run failed
 */
public record ScoredCandidate(Candidate candidate, double score) {}
