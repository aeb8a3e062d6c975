package org.dwastudio.ui.inspector;

import org.dwastudio.ui.realimage.RealImagesPrompt;
import org.dwastudio.ui.timeline.HistoryView;

/**
 * Views of what is known about the selected image.
 *
 * @param history view of its earlier iterations
 * @param nearest view of the nearest real images
 * @param prompt view of the request for the features of the real images
 * @param prediction view of the teacher's prediction
 */
public record InspectorParts(
        HistoryView history, NearestView nearest, RealImagesPrompt prompt, PredictionView prediction) {}
