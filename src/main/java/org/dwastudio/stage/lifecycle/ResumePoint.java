package org.dwastudio.stage.lifecycle;

import org.dwastudio.run.record.RunRecorder;

/** Content of a checkpoint, as far as the resumption of any stage needs it. */
public interface ResumePoint {
    /** Returns the experiment under which the checkpoint was written, as YAML. */
    String experiment();

    /** Returns the number of completed units of progress: epochs or steps. */
    long completed();

    /** Returns the parts of the record that stay when the run is resumed. */
    default RunRecorder.Kept kept() {
        return RunRecorder.Kept.NOTHING;
    }
}
