package org.dwastudio.ui.stage;

/**
 * State of a stage in the bar of stages.
 *
 * @param mark icon and style
 * @param text shown below the name
 */
public record StageSummary(Mark mark, String text) {
    /** Marks of a stage; each is also the name of a CSS pseudo-class. */
    public enum Mark {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }
}
