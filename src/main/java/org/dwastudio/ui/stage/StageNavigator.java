package org.dwastudio.ui.stage;

import org.dwastudio.config.StageName;

/** Access of a page to the other pages and to the engine, which works on one stage at a time. FX thread only. */
public interface StageNavigator {

    /** Shows the page of a stage. */
    void show(StageName stage);

    /** Starts a stage; adds a notice instead if the engine works on another. */
    void start(StageName stage);

    /** Shows the page of a stage and runs an action; adds a notice instead if the engine works on any stage. */
    void whenIdle(StageName stage, Runnable action);
}
