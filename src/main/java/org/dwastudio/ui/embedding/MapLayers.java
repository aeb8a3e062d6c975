package org.dwastudio.ui.embedding;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Layers of the map that can be hidden. FX thread only. */
public final class MapLayers {
    private final BooleanProperty realImages = new SimpleBooleanProperty(this, "realImages", true);
    private final BooleanProperty trails = new SimpleBooleanProperty(this, "trails", true);
    private final BooleanProperty thumbnails = new SimpleBooleanProperty(this, "thumbnails", true);

    /** Returns whether real images are shown, as points. */
    public BooleanProperty realImagesProperty() {
        return realImages;
    }

    /** Returns whether the ways of the distilled images since their start are shown. */
    public BooleanProperty trailsProperty() {
        return trails;
    }

    /** Returns whether distilled images are shown as thumbnails instead of points. */
    public BooleanProperty thumbnailsProperty() {
        return thumbnails;
    }
}
