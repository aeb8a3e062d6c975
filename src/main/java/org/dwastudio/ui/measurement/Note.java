package org.dwastudio.ui.measurement;

import java.time.Instant;
import java.util.Optional;
import org.dwastudio.config.TuningChange;

/**
 * Something worth knowing about a run.
 *
 * @param change a parameter that was moved
 * @param time when; empty for a change that is still to be repeated
 */
public record Note(TuningChange change, Optional<Instant> time) {}
