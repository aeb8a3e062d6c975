package org.dwastudio.ui.stage;

import java.util.List;
import java.util.Optional;
import org.dwastudio.config.StageName;

/**
 * The pages of the window, in the order of the stages.
 *
 * @param all at least one
 * @param home stage of the page that is shown first
 */
public record StagePages(List<StagePage> all, StageName home) {
    public StagePages {
        all = List.copyOf(all);
    }

    /** Returns the page of a stage. */
    public StagePage of(StageName stage) {
        return all.stream()
                .filter(page -> page.stage() == stage)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no page for " + stage.key()));
    }

    /** Returns the page whose stage is active; the engine works on one stage at a time. */
    public Optional<StagePage> busy() {
        return all.stream().filter(page -> page.work().isActive()).findFirst();
    }

    /** Returns the first stage that is needed. */
    public Optional<StagePage> firstNeeded() {
        return neededFrom(0);
    }

    /** Returns the first stage after a given one that is needed. */
    public Optional<StagePage> nextNeeded(StageName stage) {
        return neededFrom(all.indexOf(of(stage)) + 1);
    }

    private Optional<StagePage> neededFrom(int index) {
        return all.stream().skip(index).filter(StagePage::isNeeded).findFirst();
    }
}
