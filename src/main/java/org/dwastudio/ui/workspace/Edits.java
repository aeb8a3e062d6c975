package org.dwastudio.ui.workspace;

import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.BooleanExpression;
import org.dwastudio.config.StageName;
import org.dwastudio.ui.parameter.ParameterDraft;
import org.dwastudio.ui.parameter.ParametersViewModel;

/**
 * Undo and redo across all pages. A change is undone in sight: if the shown page does not show it, the page that does is
 * shown first. Recipes of an active stage stay as they are. FX thread only.
 */
public final class Edits {
    private final ParametersViewModel parameters;
    private final StageController stages;

    /** Creates the undo of the settings that the pages edit. */
    public Edits(ParametersViewModel parameters, StageController stages) {
        this.parameters = parameters;
        this.stages = stages;
    }

    /** True while there is no change to undo. */
    public BooleanExpression cannotUndo() {
        return parameters.history().canUndoProperty().not();
    }

    /** True while there is no undone change to redo. */
    public BooleanExpression cannotRedo() {
        return parameters.history().canRedoProperty().not();
    }

    /** Takes the last change back. */
    public void undo() {
        restore(parameters.history().beforeLastChange(), parameters::undo);
    }

    /** Makes the change again that was undone last. */
    public void redo() {
        restore(parameters.history().afterNextChange(), parameters::redo);
    }

    private void restore(Optional<ParameterDraft> wanted, Runnable action) {
        wanted.map(draft -> draft.pagesShowingDifference(parameters.now())).ifPresent(pages -> {
            if (isFrozen(pages)) {
                stages.addBusyNotice();
                return;
            }
            action.run();
            if (!pages.contains(stages.shownProperty().get())) {
                stages.show(pages.iterator().next());
            }
        });
    }

    /** Returns true if one of the pages shows a recipe in use; parameters with live tuning can be changed. */
    private boolean isFrozen(Set<StageName> pages) {
        return stages.pages()
                .busy()
                .filter(page -> page.work()
                        .current()
                        .filter(run -> run.tuning().isPresent())
                        .isEmpty())
                .filter(page -> pages.contains(page.stage()))
                .isPresent();
    }
}
