package org.dwastudio.ui.sweep.setup;

import java.util.Locale;

/** Kind of the values of a setting that varies. */
enum SweepSpacing {
    LINEAR,
    LOGARITHMIC,
    LIST;

    static SweepSpacing of(boolean logarithmic) {
        return logarithmic ? LOGARITHMIC : LINEAR;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
