package org.dwastudio.ui.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableMap;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.evaluation.Students;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.relabel.LabelRecipePanel;
import org.dwastudio.ui.relabel.RelabelSideView;
import org.dwastudio.ui.relabel.RelabelView;
import org.dwastudio.ui.relabel.RelabelViewModel;
import org.dwastudio.ui.relabel.Relabeling;
import org.dwastudio.ui.stage.EstimateViewModel;
import org.dwastudio.ui.stage.PageContent;
import org.dwastudio.ui.stage.PageContext;
import org.dwastudio.ui.stage.QueueingPage;
import org.dwastudio.ui.stage.ResettableSettings;
import org.dwastudio.ui.stage.ScrollColumn;
import org.dwastudio.ui.stage.StagePage;
import org.dwastudio.ui.stage.StageStatus;
import org.dwastudio.ui.stage.StageWork;

/**
 * The storing of soft labels.
 *
 * @param evaluationPage whose run and recipe are labeled
 */
record RelabelPage(
        Relabeling relabeling, Students students, ParametersViewModel parameters, EvaluationPage evaluationPage)
        implements StagePage {

    @Override
    public StageName stage() {
        return StageName.RELABEL;
    }

    @Override
    public StudioIcon icon() {
        return StudioIcon.TENSORS;
    }

    @Override
    public StageWork<?> work() {
        return relabel().work();
    }

    @Override
    public StageStatus status() {
        return new RelabelStatus(relabel());
    }

    @Override
    public List<ObservableMap<String, String>> problems() {
        return List.of(students.recipe().problems());
    }

    @Override
    public Optional<EstimateViewModel> estimate() {
        return Optional.of(relabeling.estimate());
    }

    @Override
    public boolean isNeeded() {
        return relabel().wantedProperty().get();
    }

    @Override
    public ResettableSettings settings() {
        return new ResettableSettings(students.recipe().changedCountBinding(), students.recipe()::resetToPreset, true);
    }

    @Override
    public void start() {
        relabel().start();
    }

    @Override
    public Optional<QueueingPage> queueing() {
        return Optional.of(new ImagesQueueing(
                students, parameters, experiment -> experiment.evaluation().needsStoredLabels(), this::start));
    }

    @Override
    public void resume(Path folder, Experiment stored) {
        evaluationPage.open(folder, stored);
        start();
    }

    @Override
    public void forget() {
        evaluationPage.forget();
    }

    @Override
    public PageContent content(PageContext context) {
        return new PageContent(
                ScrollColumn.ofSettings(new LabelRecipePanel(
                                relabel(),
                                students,
                                evaluationPage.handlers(context),
                                context.texts(),
                                context.lifetime())
                        .node()),
                new RelabelView(relabel(), relabeling.images(), context.texts(), context.lifetime()).node(),
                ScrollColumn.ofSide(
                        new RelabelSideView(relabeling, students, context.texts(), context.lifetime()).node()));
    }

    private RelabelViewModel relabel() {
        return relabeling.relabel();
    }
}
