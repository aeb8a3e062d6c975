package org.dwastudio.ui.stage;

import javafx.beans.value.ObservableIntegerValue;

/**
 * Settings of a page that can be reset to their preset.
 *
 * @param changed number of settings that differ from the preset
 * @param reset resets them
 * @param frozenWhileActive true if they must not change while the page's stage is active
 */
public record ResettableSettings(ObservableIntegerValue changed, Runnable reset, boolean frozenWhileActive) {}
