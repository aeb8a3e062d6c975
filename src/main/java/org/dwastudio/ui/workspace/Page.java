package org.dwastudio.ui.workspace;

/** What the window shows between its tools and its status. */
public enum Page {
    /** How a teacher is trained. */
    SQUEEZE,
    /** How pictures are distilled with it. */
    SYNTHESIS,
    /** How the teacher's answers to them are stored. */
    RELABEL,
    /** What students learn from them. */
    EVALUATION
}
