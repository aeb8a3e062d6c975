package org.dwastudio.metric.feature;

/**
 * Near row.
 *
 * @param id identifier under which the row was offered
 * @param distance distance to the query, at least 0
 */
public record Neighbor(int id, double distance) {}
