package org.dwastudio.stage.synthesis.diversity;

import java.util.Optional;
import org.dwastudio.stage.synthesis.state.ClassBatch;

/**
 * Step of a batch whose images are measured afterwards.
 *
 * @param batch the batch
 * @param columnSteps steps made in its column, this one included
 * @param finished whether the step was the last of the batch
 * @param real real images to be measured together with it
 */
public record FollowedStep(ClassBatch batch, int columnSteps, boolean finished, Optional<ClassBatch> real) {}
