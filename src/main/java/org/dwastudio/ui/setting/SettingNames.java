package org.dwastudio.ui.setting;

import org.dwastudio.ui.screen.Messages;

/**
 * Names of settings in the language of the window.
 *
 * @param texts texts of the window
 */
public record SettingNames(Messages texts) {

    /** Returns the name of a setting, or its key if it has none. */
    public String of(String key) {
        String last = key.substring(key.lastIndexOf('.') + 1);
        String block = key.substring(0, Math.max(0, key.lastIndexOf('.')));
        String section = block.equals("synthesis") ? "parameter" : block.isEmpty() ? "choice" : block;
        return texts.getOr(
                section + "." + last + ".name",
                texts.getOr("choice." + last + ".name", texts.getOr("comparison.recipe." + key, key)));
    }
}
