package org.dwastudio.ui.teacher;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.engine.Engine;
import org.dwastudio.engine.ImportedTeacher;
import org.dwastudio.engine.TeacherImport;
import org.dwastudio.task.CancellationSource;
import org.dwastudio.teacher.ImportConsents;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.ui.fx.LatestProgress;
import org.dwastudio.ui.parameter.ParametersViewModel;

/** View model of the dialog that imports a teacher from a weights file. FX thread only. */
public final class WeightsImportViewModel {
    private final Engine engine;
    private final Executor fxExecutor;
    private final ParametersViewModel parameters;
    private final TeacherLibraryViewModel library;
    private final ReadOnlyObjectWrapper<ImportState> state =
            new ReadOnlyObjectWrapper<>(this, "state", ImportState.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<Path>> weights =
            new ReadOnlyObjectWrapper<>(this, "weights", Optional.empty());
    private final ObservableList<NetworkConfig> fitting = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<NetworkConfig>> network =
            new SimpleObjectProperty<>(this, "network", Optional.empty());
    private final BooleanProperty normalizationGiven = new SimpleBooleanProperty(this, "normalizationGiven", false);
    private final StringProperty mean = new SimpleStringProperty(this, "mean", "");
    private final StringProperty std = new SimpleStringProperty(this, "std", "");
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final DoubleProperty progress = new SimpleDoubleProperty(this, "progress", -1);
    private final ReadOnlyObjectWrapper<Optional<Message>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ImportResult>> result =
            new ReadOnlyObjectWrapper<>(this, "result", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ImportQuestion>> question =
            new ReadOnlyObjectWrapper<>(this, "question", Optional.empty());
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private CancellationSource token = new CancellationSource();
    private ImportConsents consents = ImportConsents.NONE;

    public WeightsImportViewModel(
            Engine engine, Executor fxExecutor, ParametersViewModel parameters, TeacherLibraryViewModel library) {
        this.engine = engine;
        this.fxExecutor = fxExecutor;
        this.parameters = parameters;
        this.library = library;
    }

    /** Returns the property that is true while the dialog is open. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Opens the dialog; a running import continues. */
    public void open() {
        reset();
        shown.set(true);
    }

    public ReadOnlyObjectProperty<ImportState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Path>> weightsProperty() {
        return weights.getReadOnlyProperty();
    }

    /** Returns the networks that fit the file, most likely first. */
    public ObservableList<NetworkConfig> fitting() {
        return fitting;
    }

    public ObjectProperty<Optional<NetworkConfig>> networkProperty() {
        return network;
    }

    /** Returns the property that is true if mean and standard deviation are typed instead of computed. */
    public BooleanProperty normalizationGivenProperty() {
        return normalizationGiven;
    }

    public StringProperty meanProperty() {
        return mean;
    }

    public StringProperty stdProperty() {
        return std;
    }

    public StringProperty nameProperty() {
        return name;
    }

    /** Returns the progress of the import, 0 to 1, or −1 while it is not known. */
    public DoubleProperty progressProperty() {
        return progress;
    }

    /** Returns the error message of a failed import. */
    public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Returns the consent that a failed import asks for; empty if none would help. */
    public ReadOnlyObjectProperty<Optional<ImportQuestion>> questionProperty() {
        return question.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<ImportResult>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** Returns true if the typed normalization has a value for every channel, or if it is computed. */
    public boolean isNormalizationValid() {
        return !normalizationGiven.get() || normalization().isPresent();
    }

    /** Returns the number of channels of the chosen network; 1 if none is chosen. */
    public int channels() {
        return network.get().map(NetworkConfig::channels).orElse(1);
    }

    /** Clears the last import. Does nothing while an import is running. */
    public void reset() {
        if (state.get() != ImportState.IMPORTING) {
            token = new CancellationSource();
            weights.set(Optional.empty());
            network.set(Optional.empty());
            fitting.clear();
            result.set(Optional.empty());
            problem.set(Optional.empty());
            question.set(Optional.empty());
            consents = ImportConsents.NONE;
            state.set(ImportState.EMPTY);
        }
    }

    /** Selects a weights file and determines the networks that fit it. */
    public void choose(Path file) {
        reset();
        weights.set(Optional.of(file));
        name.set(nameOf(file));
        state.set(ImportState.LOOKING);
        try {
            CompletionStage<List<NetworkConfig>> answer = engine.teachers().fittingNetworks(file, dataset());
            answer.whenCompleteAsync((found, failure) -> takeFitting(file, found, failure), fxExecutor);
        } catch (RuntimeException failure) {
            fail(failure);
        }
    }

    /** Measures the teacher and writes it into the library. */
    public void start() {
        if (state.get() != ImportState.READY || weights.get().isEmpty() || !isNormalizationValid()) {
            return;
        }
        token = new CancellationSource();
        progress.set(-1);
        state.set(ImportState.IMPORTING);
        DatasetConfig measured = normalizationGiven.get() ? dataset().withNormalization(normalization()) : dataset();
        TeacherImport request = new TeacherImport(
                        weights.get().get(), network.get(), measured, library.placeFor(name.get()))
                .with(consents);
        try {
            CompletionStage<ImportedTeacher> answer = engine.teachers()
                    .importWeights(
                            request, new LatestProgress(fxExecutor, work -> progress.set(work.fraction())), token);
            answer.whenCompleteAsync(this::takeResult, fxExecutor);
        } catch (RuntimeException failure) {
            fail(failure);
        }
    }

    /** Gives the consent that the import failed without, and starts it again. */
    public void agree() {
        question.get().filter(asked -> state.get() == ImportState.FAILED).ifPresent(asked -> {
            consents = asked.addedTo(consents);
            question.set(Optional.empty());
            state.set(ImportState.READY);
            start();
        });
    }

    public void cancel() {
        token.cancel();
    }

    /** Uses the new teacher in the experiment. */
    public void useResult() {
        result.get().ifPresent(done -> library.use(done.file()));
        reset();
    }

    /** Moves the new teacher into the trash. */
    public void discardResult() {
        result.get().ifPresent(done -> library.discard(done.file()));
        reset();
    }

    private void takeFitting(Path file, List<NetworkConfig> found, Throwable failure) {
        if (!weights.get().equals(Optional.of(file))) {
            return;
        }
        if (failure != null) {
            fail(failure);
        } else {
            fitting.setAll(found);
            network.set(found.stream().findFirst());
            state.set(found.isEmpty() ? ImportState.FAILED : ImportState.READY);
        }
    }

    private void takeResult(ImportedTeacher imported, Throwable failure) {
        if (failure == null) {
            result.set(Optional.of(ImportResult.of(imported)));
            state.set(ImportState.DONE);
            library.refresh();
        } else if (token.isCancelled()) {
            state.set(ImportState.READY);
        } else {
            fail(failure);
        }
    }

    private void fail(Throwable failure) {
        problem.set(Optional.of(FailureCause.describe(failure)));
        question.set(ImportQuestion.of(failure));
        state.set(ImportState.FAILED);
    }

    private Optional<ChannelNormalization> normalization() {
        return NormalizationText.parse(mean.get(), std.get(), channels());
    }

    private DatasetConfig dataset() {
        return parameters.experiment().dataset();
    }

    private static String nameOf(Path file) {
        String full = file.getFileName().toString();
        int dot = full.lastIndexOf('.');
        return dot > 0 ? full.substring(0, dot) : full;
    }
}
