package org.dwastudio.ui.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableMap;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.desktop.PathRequest;
import org.dwastudio.ui.desktop.TextClipboard;
import org.dwastudio.ui.evaluation.EvaluationChartsView;
import org.dwastudio.ui.evaluation.EvaluationHandlers;
import org.dwastudio.ui.evaluation.EvaluationSideView;
import org.dwastudio.ui.evaluation.StudentRecipePanel;
import org.dwastudio.ui.evaluation.Students;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.relabel.MissingLabelsView;
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

/** The training of students on the distilled images. */
record EvaluationPage(Students students, Relabeling relabeling, ParametersViewModel parameters, Notices notices)
        implements StagePage {

    @Override
    public StageName stage() {
        return StageName.EVALUATION;
    }

    @Override
    public StudioIcon icon() {
        return StudioIcon.RESULTS;
    }

    @Override
    public StageWork<?> work() {
        return students.evaluation().work();
    }

    @Override
    public StageStatus status() {
        return new EvaluationStatus(students.evaluation());
    }

    @Override
    public List<ObservableMap<String, String>> problems() {
        return List.of(students.recipe().problems(), relabeling.problems());
    }

    @Override
    public Optional<EstimateViewModel> estimate() {
        return Optional.of(students.estimate());
    }

    @Override
    public ResettableSettings settings() {
        return new ResettableSettings(students.recipe().changedCountBinding(), students.recipe()::resetToPreset, true);
    }

    @Override
    public void start() {
        students.evaluation().start();
    }

    @Override
    public Optional<QueueingPage> queueing() {
        return Optional.of(new ImagesQueueing(students, parameters, experiment -> true, this::start));
    }

    @Override
    public void resume(Path folder, Experiment stored) {
        open(folder, stored);
        start();
    }

    @Override
    public void forget() {
        students.evaluation().evaluated().forget();
    }

    /** Shows an experiment, and its run as the one that is labeled and evaluated. */
    void open(Path folder, Experiment stored) {
        parameters.load(stored);
        students.evaluation().evaluated().show(folder);
    }

    /** Returns the services of the window for the views of evaluation and relabeling. */
    EvaluationHandlers handlers(PageContext context) {
        return new EvaluationHandlers(
                () -> context.navigator().show(StageName.SYNTHESIS),
                () -> context.picker().pick(PathRequest.folder("evaluation.picker.run"), context.texts()),
                table -> {
                    new TextClipboard().put(table);
                    notices.add(Notice.done("evaluation.notice.copied"));
                });
    }

    @Override
    public PageContent content(PageContext context) {
        EvaluationHandlers handlers = handlers(context);
        return new PageContent(
                ScrollColumn.ofSettings(
                        new MissingLabelsView(
                                        relabeling.relabel(),
                                        relabeling.problems(),
                                        () -> context.navigator().show(StageName.RELABEL),
                                        context.texts(),
                                        context.lifetime())
                                .node(),
                        new StudentRecipePanel(
                                        students,
                                        handlers,
                                        parameters.evaluationProperty(),
                                        context.texts(),
                                        context.lifetime())
                                .node()),
                new EvaluationChartsView(students.evaluation(), handlers, context.texts(), context.lifetime()).node(),
                ScrollColumn.ofSide(
                        new EvaluationSideView(students.evaluation(), context.texts(), context.lifetime()).node(),
                        "wide-side"));
    }
}
