package org.dwastudio.ui.page;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.scene.layout.VBox;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.file.SafeName;
import org.dwastudio.stage.export.format.AnimationOptions;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.desktop.FileType;
import org.dwastudio.ui.desktop.PathRequest;
import org.dwastudio.ui.evaluation.EvaluatedRunCard;
import org.dwastudio.ui.export.AnimationViewModel;
import org.dwastudio.ui.export.ExportChoice;
import org.dwastudio.ui.export.ExportFormatsView;
import org.dwastudio.ui.export.ExportViewModel;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.stage.PageContent;
import org.dwastudio.ui.stage.PageContext;
import org.dwastudio.ui.stage.ResettableSettings;
import org.dwastudio.ui.stage.ScrollColumn;
import org.dwastudio.ui.stage.StagePage;
import org.dwastudio.ui.stage.StageStatus;
import org.dwastudio.ui.stage.StageWork;

/** The export of images. It is not started as a whole: every format has its own button. */
final class ExportPage implements StagePage {
    private static final String CHOOSE = "choose";

    private final ExportViewModel exports;
    private final AnimationViewModel animation;
    private final EvaluationPage evaluationPage;
    private final ParametersViewModel parameters;
    private final ObservableMap<String, String> problems = FXCollections.observableHashMap();
    private final StageWork<Integer> work;
    private final ResettableSettings settings = new ResettableSettings(new SimpleIntegerProperty(0), () -> {}, false);

    /** @param evaluationPage whose run is exported */
    ExportPage(
            ExportViewModel exports,
            AnimationViewModel animation,
            EvaluationPage evaluationPage,
            ParametersViewModel parameters,
            Notices notices) {
        this.exports = exports;
        this.animation = animation;
        this.evaluationPage = evaluationPage;
        this.parameters = parameters;
        work = new StageWork<>(Runnable::run, notices, StageWork.FailureKeys.both("notice.export"), List.of());
    }

    @Override
    public StageName stage() {
        return StageName.EXPORT;
    }

    @Override
    public StudioIcon icon() {
        return StudioIcon.EXPORT;
    }

    @Override
    public StageWork<?> work() {
        return work;
    }

    @Override
    public StageStatus status() {
        return new ExportStatus(exports);
    }

    @Override
    public List<ObservableMap<String, String>> problems() {
        return List.of(problems);
    }

    @Override
    public ResettableSettings settings() {
        return settings;
    }

    /** A run of all stages ends with a report instead. */
    @Override
    public boolean isNeeded() {
        return false;
    }

    @Override
    public void start() {
        // Every format has its own button.
    }

    @Override
    public void resume(Path folder, Experiment stored) {
        // An interrupted export leaves nothing behind.
    }

    @Override
    public void forget() {
        // Follows the run.
    }

    @Override
    public PageContent content(PageContext context) {
        problems.put(CHOOSE, context.texts().get("export.choose"));
        context.lifetime().onEnd(problems::clear);
        Card explanation = new Card(context.texts().get("squeeze.explanation.title"));
        explanation.subtitleProperty().set(context.texts().get("export.explanation.detail"));
        VBox side = new VBox(explanation);
        side.getStyleClass().add("stage-side");
        VBox run = new VBox(new EvaluatedRunCard(
                        evaluationPage.students().evaluation().evaluated(),
                        work.stateProperty(),
                        problems,
                        evaluationPage.handlers(context),
                        context.texts(),
                        context.lifetime())
                .node());
        return new PageContent(
                ScrollColumn.ofSettings(run),
                new ExportFormatsView(
                                exports,
                                choice -> export(choice, context),
                                context.steps(),
                                context.texts(),
                                context.lifetime())
                        .node(),
                ScrollColumn.ofSide(side));
    }

    private void export(ExportChoice choice, PageContext context) {
        String name =
                SafeName.of(parameters.experiment().name(), choice.format().key());
        switch (choice) {
            case REPORT ->
                context.picker()
                        .pick(PathRequest.saveFile("picker.report", FileType.REPORTS, name + ".html"), context.texts())
                        .ifPresent(target ->
                                exports.report(context.texts().language().locale(), target));
            case ANIMATION ->
                exports.sourceProperty().get().ifPresent(run -> animation.offer(run, AnimationOptions.GRID, name));
            default ->
                context.picker()
                        .pick(PathRequest.folder("picker.export"), context.texts())
                        .ifPresent(target -> exports.export(choice, target));
        }
    }
}
