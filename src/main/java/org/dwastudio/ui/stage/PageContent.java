package org.dwastudio.ui.stage;

import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.dwastudio.ui.command.Command;

/**
 * Views of a page.
 *
 * @param left settings
 * @param middle progress and results
 * @param right measurements and explanations; the window sets its width
 * @param commands sections of the View menu that belong to the page
 * @param roomy true while the right part takes the room of the settings, too
 * @param showSettings brings the settings back
 */
public record PageContent(
        Region left,
        Region middle,
        Region right,
        List<List<Command>> commands,
        ObservableValue<Boolean> roomy,
        Runnable showSettings) {
    public PageContent {
        commands = List.copyOf(commands);
    }

    /** Creates the views of a page without commands of its own, whose settings always show. */
    public PageContent(Region left, Region middle, Region right) {
        this(left, middle, right, List.of(), new SimpleObjectProperty<>(false), () -> {});
    }
}
