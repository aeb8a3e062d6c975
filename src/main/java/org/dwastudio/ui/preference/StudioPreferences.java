package org.dwastudio.ui.preference;

/** Storage of the preferences that persist between program starts. */
public interface StudioPreferences {

    /** Returns the last saved preferences, or the initial values on the first start. */
    Preferences load();

    void save(Preferences preferences);
}
