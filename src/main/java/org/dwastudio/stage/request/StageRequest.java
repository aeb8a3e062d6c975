package org.dwastudio.stage.request;

import java.nio.file.Path;
import org.dwastudio.config.StageName;

/**
 * A request to run one stage or to estimate it.
 *
 * @param <O> outcome of the stage
 */
public interface StageRequest<O> {

    /** Returns the stage that answers it. */
    StageName stage();

    /** Returns the folder that the stage works in. An estimate of a fresh stage neither needs nor creates it. */
    Path folder();
}
