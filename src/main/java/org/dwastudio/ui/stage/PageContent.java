package org.dwastudio.ui.stage;

import java.util.List;
import javafx.scene.layout.Region;
import org.dwastudio.ui.command.Command;

/**
 * Views of a page.
 *
 * @param left settings
 * @param middle progress and results
 * @param right measurements and explanations; the window sets its width
 * @param commands sections of the View menu that belong to the page
 */
public record PageContent(Region left, Region middle, Region right, List<List<Command>> commands) {
    public PageContent {
        commands = List.copyOf(commands);
    }

    /** Creates the views of a page without commands of its own. */
    public PageContent(Region left, Region middle, Region right) {
        this(left, middle, right, List.of());
    }
}
