package org.dwastudio.ui.preference;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.theme.Theme;

/** Theme and language of the window. FX thread only. */
public final class Appearance {
    private final ObjectProperty<Theme> theme;
    private final ObjectProperty<Language> language;

    public Appearance(Theme theme, Language language) {
        this.theme = new SimpleObjectProperty<>(this, "theme", theme);
        this.language = new SimpleObjectProperty<>(this, "language", language);
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public ObjectProperty<Language> languageProperty() {
        return language;
    }
}
