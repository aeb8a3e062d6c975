package org.dwastudio.ui.preference;

/** What the studio remembers from one start to the next. */
public interface StudioPreferences {

    /** What was remembered last, or the first start's values. */
    Preferences load();

    void save(Preferences preferences);
}
