package org.dwastudio.ui.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableMap;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.run.history.LoadedRun;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.dataset.Datasets;
import org.dwastudio.ui.desktop.PathRequest;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.squeeze.SqueezeChartsView;
import org.dwastudio.ui.squeeze.SqueezeHandlers;
import org.dwastudio.ui.squeeze.SqueezeSideView;
import org.dwastudio.ui.squeeze.SqueezedTeacher;
import org.dwastudio.ui.squeeze.Squeezing;
import org.dwastudio.ui.squeeze.StartTeacher;
import org.dwastudio.ui.squeeze.TeacherRecipePanel;
import org.dwastudio.ui.stage.EstimateViewModel;
import org.dwastudio.ui.stage.PageContent;
import org.dwastudio.ui.stage.PageContext;
import org.dwastudio.ui.stage.QueueingPage;
import org.dwastudio.ui.stage.ResettableSettings;
import org.dwastudio.ui.stage.ScrollColumn;
import org.dwastudio.ui.stage.StagePage;
import org.dwastudio.ui.stage.StageStatus;
import org.dwastudio.ui.stage.StageWork;
import org.dwastudio.ui.teacher.Teachers;

/** The training of a teacher. */
final class SqueezePage implements StagePage {
    private final Squeezing squeezing;
    private final Teachers teachers;
    private final Datasets datasets;
    private final ParametersViewModel parameters;
    private final ObservableValue<Boolean> teacherUsable;

    SqueezePage(Squeezing squeezing, Teachers teachers, Datasets datasets, ParametersViewModel parameters) {
        this.squeezing = squeezing;
        this.teachers = teachers;
        this.datasets = datasets;
        this.parameters = parameters;
        teacherUsable = teachers.usable();
    }

    @Override
    public StageName stage() {
        return StageName.SQUEEZE;
    }

    @Override
    public StudioIcon icon() {
        return StudioIcon.TRAIN;
    }

    @Override
    public StageWork<?> work() {
        return squeezing.squeeze().work();
    }

    @Override
    public StageStatus status() {
        return new SqueezeStatus(squeezing.squeeze(), teachers);
    }

    @Override
    public List<ObservableMap<String, String>> problems() {
        return List.of(squeezing.recipe().problems());
    }

    @Override
    public Optional<EstimateViewModel> estimate() {
        return Optional.of(squeezing.estimate());
    }

    @Override
    public boolean isNeeded() {
        return !teacherUsable.getValue();
    }

    @Override
    public ResettableSettings settings() {
        return new ResettableSettings(
                squeezing.recipe().changedCountBinding(), squeezing.recipe()::resetToPreset, true);
    }

    @Override
    public ObservableValue<Boolean> startLikely() {
        return squeezing.squeeze().trainedProperty().map(Optional::isEmpty);
    }

    @Override
    public void start() {
        squeezing.squeeze().start();
    }

    @Override
    public void resume(Path folder, Experiment stored) {
        squeezing.squeeze().resume(folder, stored);
    }

    @Override
    public Optional<QueueingPage> queueing() {
        return Optional.of(new RunQueueing(
                stage().key(),
                squeezing.recipe().problems(),
                experiment -> Optional.of(experiment.squeeze().startFrom()).filter(source -> !source.isEmpty()),
                parameters,
                this::start));
    }

    @Override
    public boolean hasSucceeded() {
        return trained().isPresent();
    }

    @Override
    public void handOver() {
        trained()
                .ifPresent(teacher ->
                        parameters.useTeacher(new TeacherConfig(teacher.best().toString(), Optional.empty())));
    }

    private Optional<SqueezedTeacher> trained() {
        return squeezing.squeeze().trainedProperty().get().filter(teacher -> !teacher.stopped());
    }

    @Override
    public void show(LoadedRun run) {
        squeezing.squeeze().show(run);
    }

    @Override
    public void forget() {
        squeezing.squeeze().forget();
    }

    @Override
    public PageContent content(PageContext context) {
        SqueezeHandlers handlers = new SqueezeHandlers(
                () -> context.navigator().start(StageName.SQUEEZE),
                folder -> context.navigator()
                        .whenIdle(StageName.SQUEEZE, () -> squeezing.squeeze().resume(folder)),
                () -> context.picker().pick(PathRequest.folder("squeeze.picker.run"), context.texts()));
        return new PageContent(
                ScrollColumn.ofSettings(
                        new DatasetCards(datasets).node(context),
                        new TeacherRecipePanel(
                                        squeezing.recipe(),
                                        new StartTeacher(
                                                parameters.teacherProperty(),
                                                teachers.current().factsProperty()),
                                        work().stateProperty(),
                                        context.texts(),
                                        context.lifetime())
                                .node()),
                new SqueezeChartsView(squeezing.squeeze(), context.texts(), context.lifetime()).node(),
                ScrollColumn.ofSide(new SqueezeSideView(
                                squeezing,
                                teachers.library(),
                                datasets.current().classes(),
                                handlers,
                                context.texts(),
                                context.lifetime())
                        .node()));
    }
}
