package org.dwastudio.ui.sweep.work;

import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.sweep.SweepCost;
import org.dwastudio.sweep.SweepFolder;
import org.dwastudio.sweep.SweepListener;

/** Sweeps as the window uses them. Called on threads that may wait. */
public interface SweepService {

    /**
     * Estimates a sweep, which takes seconds.
     *
     * @throws Exception the failure of the experiment as it is
     */
    SweepCost cost(SweepFile content) throws Exception;

    /** Returns a sweep that has not begun, or continues what its folder contains. */
    SweepSession open(SweepFile content, SweepFolder folder, SweepListener listener);
}
