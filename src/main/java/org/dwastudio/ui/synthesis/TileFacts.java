package org.dwastudio.ui.synthesis;

import java.util.Optional;
import org.dwastudio.engine.ClassProbability;
import org.dwastudio.event.ColumnState;

/**
 * Facts about one image of the grid.
 *
 * @param className its class
 * @param column its column, from 0
 * @param state progress of its column; waiting if it has no images yet
 * @param iteration pixel steps made on it
 * @param earlier whether it is the image of an iteration that was looked back at
 * @param prediction the teacher's most probable class for this version of the image, if the teacher was asked
 */
public record TileFacts(
        String className,
        int column,
        ColumnState state,
        int iteration,
        boolean earlier,
        Optional<ClassProbability> prediction) {}
