package org.dwastudio.stage.inspection;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.dwastudio.config.Experiment;

/**
 * Request to inspect the images of a run.
 *
 * @param runFolder folder of the run
 * @param wanted maps the experiment of the run to the one with the current places of dataset and teacher
 */
public record InspectionRequest(Path runFolder, UnaryOperator<Experiment> wanted) {}
