package org.dwastudio.stage.synthesis;

import java.util.Optional;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.step.StepReport;

/**
 * Step that a column is about to make.
 *
 * @param column the column
 * @param config values of the step
 * @param real real images to be measured together with it
 * @param report filled by the step
 */
record ColumnStep(Column column, SynthesisConfig config, Optional<ClassBatch> real, StepReport report) {}
