package org.dwastudio.ui.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableMap;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.run.history.LoadedRun;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.dataset.DatasetViewModel;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.stage.EstimateViewModel;
import org.dwastudio.ui.stage.PageContent;
import org.dwastudio.ui.stage.PageContext;
import org.dwastudio.ui.stage.QueueingPage;
import org.dwastudio.ui.stage.ResettableSettings;
import org.dwastudio.ui.stage.StagePage;
import org.dwastudio.ui.stage.StageStatus;
import org.dwastudio.ui.stage.StageWork;

/** The synthesis of images. */
final class SynthesisPage implements StagePage {
    private final Synthesizing synthesis;
    private final ParametersViewModel parameters;
    private final DatasetViewModel dataset;
    private final SynthesisContent content;

    SynthesisPage(
            Synthesizing synthesis,
            ParametersViewModel parameters,
            DatasetViewModel dataset,
            SynthesisContent content) {
        this.synthesis = synthesis;
        this.parameters = parameters;
        this.dataset = dataset;
        this.content = content;
    }

    @Override
    public StageName stage() {
        return StageName.SYNTHESIS;
    }

    @Override
    public StudioIcon icon() {
        return StudioIcon.IMAGES;
    }

    @Override
    public StageWork<?> work() {
        return synthesis.run().work();
    }

    @Override
    public StageStatus status() {
        return new SynthesisStatus(work(), synthesis.progress());
    }

    @Override
    public List<ObservableMap<String, String>> problems() {
        return List.of(parameters.problems());
    }

    @Override
    public Optional<EstimateViewModel> estimate() {
        return Optional.of(synthesis.measuredEstimate());
    }

    @Override
    public ResettableSettings settings() {
        return new ResettableSettings(parameters.changedCountBinding(), parameters::resetToPreset, false);
    }

    @Override
    public void start() {
        synthesis.run().start();
    }

    @Override
    public void resume(Path folder, Experiment stored) {
        parameters.load(stored);
        synthesis.run().resume(folder, stored);
    }

    @Override
    public Optional<QueueingPage> queueing() {
        return Optional.of(new RunQueueing(
                stage().key(),
                parameters.problems(),
                experiment -> Optional.of(experiment.teacher().weights()),
                parameters,
                this::start));
    }

    @Override
    public Optional<Runnable> step() {
        return Optional.of(synthesis.run()::step);
    }

    @Override
    public void show(LoadedRun run) {
        synthesis.run().show(run);
    }

    @Override
    public void forget() {
        synthesis.forget(parameters, dataset);
    }

    @Override
    public PageContent content(PageContext context) {
        return content.create(context);
    }
}
