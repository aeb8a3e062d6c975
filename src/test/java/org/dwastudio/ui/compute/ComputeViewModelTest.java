package org.dwastudio.ui.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.dwastudio.compute.ComputeConfiguration;
import org.dwastudio.compute.ComputeConfigurations;
import org.dwastudio.compute.ComputeProblem;
import org.dwastudio.compute.CudaDriverInfo;
import org.dwastudio.compute.DeviceChoice;
import org.dwastudio.compute.Gpu;
import org.dwastudio.ui.compute.ComputeViewModel.Build;
import org.dwastudio.ui.compute.ComputeViewModel.Outcome;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComputeViewModelTest {
    private static final CudaDriverInfo TWO_GPUS = new CudaDriverInfo.Driver(
            12080,
            List.of(new Gpu(0, "NVIDIA A10", 24_000_000_000L, "8.6"), new Gpu(1, "NVIDIA T4", 16_000_000_000L, "7.5")));

    @TempDir
    private Path home;

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Notices notices = new Notices();

    @Test
    void theCardsAreOfferedWhenTheDriverHasAnswered() {
        ComputeViewModel model = model(TWO_GPUS);
        model.shownProperty().set(true);
        assertThat(model.graphicsProperty().get().value()).isEmpty();
        assertThat(model.devices()).containsExactly(new DeviceChoice.Automatic(), new DeviceChoice.Processor());

        work();

        assertThat(model.graphicsProperty().get().value()).contains(TWO_GPUS);
        assertThat(model.devices())
                .containsExactly(
                        new DeviceChoice.Automatic(),
                        new DeviceChoice.Processor(),
                        new DeviceChoice.Graphics(0),
                        new DeviceChoice.Graphics(1));
    }

    @Test
    void aDeviceThatIsSetStaysSelectableWithoutItsCard() {
        ComputeViewModel model = model(new CudaDriverInfo.NoDriver());
        model.deviceProperty().set(new DeviceChoice.Graphics(3));
        assertThat(model.devices()).endsWith(new DeviceChoice.Graphics(3)).hasSize(3);
    }

    @Test
    void usableSettingsAreSavedAfterTheyWereProbed() {
        ComputeViewModel model = model(new CudaDriverInfo.NoDriver());
        model.shownProperty().set(true);
        work();
        model.threadsProperty().set(" 3 ");

        model.apply();
        assertThat(model.outcomeProperty().get()).isEqualTo(new Outcome.Trying());
        assertThat(settings()).doesNotExist();

        work();
        assertThat(model.outcomeProperty().get()).isEqualTo(new Outcome.Remembered());
        assertThat(settings()).content().contains("threads=3");
    }

    @Test
    void savedSettingsAreShownWhenThePreferencesOpen() throws IOException {
        Files.writeString(settings(), "device=cpu\nlibrary=/opt/libtorch\nthreads=5\ninteropThreads=2\n");
        ComputeViewModel model = model(new CudaDriverInfo.NoDriver());

        model.shownProperty().set(true);

        assertThat(model.deviceProperty().get()).isEqualTo(new DeviceChoice.Processor());
        assertThat(model.buildProperty().get()).isEqualTo(Build.FOLDER);
        assertThat(Path.of(model.folderProperty().get())).isEqualTo(Path.of("/opt/libtorch"));
        assertThat(model.threadsProperty().get()).isEqualTo("5");
        assertThat(model.interopThreadsProperty().get()).isEqualTo("2");
    }

    @Test
    void aTypingErrorIsRefusedWithoutAProbe() {
        ComputeViewModel model = model(new CudaDriverInfo.NoDriver());
        model.threadsProperty().set("many");

        model.apply();

        assertThat(background).isEmpty();
        assertThat(problem(model).kind()).isEqualTo(ComputeProblem.Kind.BAD_THREADS);
        assertThat(problem(model).arguments()).startsWith("threads", "many");
    }

    @Test
    void aBuildThatIsNotThereIsRefusedAndNotSaved() {
        ComputeViewModel model = model(TWO_GPUS);
        model.buildProperty().set(Build.CUDA);

        model.apply();
        work();

        assertThat(problem(model).kind()).isEqualTo(ComputeProblem.Kind.NO_CUDA_BUILD);
        assertThat(settings()).doesNotExist();
    }

    @Test
    void anInvalidFileIsReportedAndReplacedByTheDefaults() throws IOException {
        Files.writeString(settings(), "threads=many\n");
        ComputeViewModel model = model(new CudaDriverInfo.NoDriver());

        model.shownProperty().set(true);

        assertThat(problem(model).kind()).isEqualTo(ComputeProblem.Kind.BAD_THREADS);
        assertThat(model.threadsProperty().get()).isEqualTo("0");
    }

    @Test
    void settingsThatCannotBeWrittenAreReported() throws IOException {
        // A file where the folder of the settings should be.
        Path blocked = Files.writeString(home.resolve("blocked"), "");
        ComputeViewModel model = model(ComputeConfigurations.plain(blocked));

        model.apply();
        work();

        assertThat(model.outcomeProperty().get()).isInstanceOf(Outcome.Unwritten.class);
    }

    @Test
    void resetEntersTheDefaultsWithoutSavingThem() {
        ComputeViewModel model = model(TWO_GPUS);
        model.deviceProperty().set(new DeviceChoice.Graphics(1));
        model.threadsProperty().set("7");

        model.reset();

        assertThat(model.deviceProperty().get()).isEqualTo(new DeviceChoice.Automatic());
        assertThat(model.threadsProperty().get()).isEqualTo("0");
        assertThat(settings()).doesNotExist();
    }

    @Test
    void anEngineThatIsNotTheSelectedOneIsReportedOnceItIsLoaded() throws IOException {
        Files.writeString(settings(), "device=gpu:5\nlibrary=cuda\n");
        ComputeConfiguration configuration = ComputeConfigurations.withGraphics(home, TWO_GPUS);
        ComputeViewModel model = model(configuration);
        model.showSetback();
        assertThat(notices.shown()).isEmpty();

        assertThat(configuration.plan().setback()).isPresent();
        model.showSetback();

        assertThat(notices.shown()).extracting(Notice::key).containsExactly("compute.problem.no_cuda_build");
    }

    @Test
    void withoutABuildForThisComputerNothingIsDownloaded() {
        ComputeViewModel model = model(new CudaDriverInfo.NoDriver());
        model.cuda().lookUp();
        model.cuda().agree();
        model.cuda().refuse();

        assertThat(model.cuda().stateProperty().get()).isEqualTo(new CudaDownloadViewModel.State.Nowhere());
        assertThat(background).isEmpty();
    }

    private ComputeViewModel model(CudaDriverInfo graphics) {
        return model(ComputeConfigurations.withGraphics(home, graphics));
    }

    private ComputeViewModel model(ComputeConfiguration configuration) {
        return new ComputeViewModel(
                new ComputeServices(configuration, Optional.empty(), background::add),
                Runnable::run,
                background::add,
                notices);
    }

    private Path settings() {
        return home.resolve("compute.properties");
    }

    private static ComputeProblem problem(ComputeViewModel model) {
        return ((Outcome.Refused) model.outcomeProperty().get()).problem();
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }
}
