package org.dwastudio.engine.session;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.dwastudio.compute.ComputePlan;
import org.dwastudio.compute.DeviceInUse;
import org.dwastudio.compute.PrecisionAdvice;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.synthesis.Execution.Precision;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.format.DatasetCatalog;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.nn.torch.TorchEngine;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.stage.CheckpointPace;
import org.dwastudio.stage.MemoryBudget;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.synthesis.SynthesisWarmUp;
import org.dwastudio.teacher.DatasetClasses;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.teacher.TeacherCatalog;
import org.dwastudio.teacher.TeacherOrigin;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * State of the engine thread between runs: the native library, the root of all tensors, and the dataset and teacher
 * used last. Accessed by the engine thread only, except for the dataset.
 */
public final class EngineSession implements StageServices, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineSession.class);

    private final String programVersion;
    private final Supplier<ComputePlan> plan;
    private final Supplier<CheckpointPace> pace;
    private final DatasetCache datasets = new DatasetCache(new DatasetCatalog());
    private final NetworkCatalog networks = new NetworkCatalog();
    private final TeacherCatalog teachers = new TeacherCatalog(networks);
    private final DeviceMemory memory = new DeviceMemory();
    private OptionalLong base = OptionalLong.empty();
    private Optional<TorchEngine> engine = Optional.empty();
    private Optional<NDManager> root = Optional.empty();
    private Optional<PixelOperators> operators = Optional.empty();
    private Optional<Loaded<TeacherKey, Teacher>> teacher = Optional.empty();

    /** A loaded value and the key it was loaded for. */
    private record Loaded<K, V>(K source, V value) {}

    /** A teacher and the dataset that supplies the metadata its weights lack. */
    private record TeacherKey(TeacherConfig teacher, Optional<DatasetConfig> images) {}

    /**
     * @param plan compute device, requested when the engine is loaded
     * @param pace pace of the checkpoints of a run, requested at its start
     */
    public EngineSession(String programVersion, Supplier<ComputePlan> plan, Supplier<CheckpointPace> pace) {
        this.programVersion = programVersion;
        this.plan = plan;
        this.pace = pace;
    }

    @Override
    public CheckpointPace checkpointPace() {
        return pace.get();
    }

    public String programVersion() {
        return programVersion;
    }

    @Override
    public NetworkCatalog networks() {
        return networks;
    }

    TorchEngine engine() {
        if (engine.isEmpty()) {
            ComputePlan chosen = plan.get();
            chosen.setback().ifPresent(problem -> LOG.warn("{} The processor is used instead.", problem.message()));
            engine = Optional.of(TorchEngine.load(chosen));
        }
        return engine.get();
    }

    @Override
    public NDManager manager() {
        if (root.isEmpty()) {
            root = Optional.of(engine().newManager());
        }
        return root.get();
    }

    /**
     * {@inheritDoc}
     *
     * <p>The base is measured once, before the first stage: later stages reuse the memory that the allocator keeps.
     */
    @Override
    public MemoryBudget memory() {
        Device device = manager().getDevice();
        if (base.isEmpty()) {
            base = OptionalLong.of(memory.base(device));
        }
        return new MemoryBudget(base.getAsLong(), memory.available(device));
    }

    /**
     * {@inheritDoc}
     *
     * <p>All runs share one set, since an operator is compiled at its first call.
     */
    @Override
    public PixelOperators operators() {
        if (operators.isEmpty()) {
            operators = Optional.of(PixelOperators.load(manager()));
        }
        return operators.get();
    }

    /** Loads and compiles the code that a run needs. */
    public DeviceInUse warmUp() {
        new SynthesisWarmUp().run(networks, operators(), manager());
        return device();
    }

    /** Returns the compute device. */
    DeviceInUse device() {
        return new DeviceInUse(engine().gpu(), engine().threads());
    }

    /** Returns the advice against each precision that brings little or no speed-up on the compute device. */
    public Map<Precision, PrecisionAdvice> precisionAdvice() {
        Map<Precision, PrecisionAdvice> advice = new EnumMap<>(Precision.class);
        for (Precision precision : Precision.values()) {
            PrecisionAdvice.of(precision, engine().gpu(), engine().hasBfloat16Instructions())
                    .ifPresent(reason -> advice.put(precision, reason));
        }
        return advice;
    }

    @Override
    public RunMetadata metadata(String datasetFingerprint, String teacherFingerprint) {
        return new RunMetadata(
                programVersion,
                engine().version(),
                device().describe(),
                datasetFingerprint,
                teacherFingerprint,
                Instant.now(),
                datasets.notesOf(datasetFingerprint));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Safe from any thread.
     */
    @Override
    public ImageDataset dataset(DatasetConfig config) throws IOException {
        return datasets.get(config);
    }

    @Override
    public ImageDataset reloadDataset(DatasetConfig config) throws IOException {
        return datasets.reload(config);
    }

    /**
     * Returns a teacher in float32 for inspection; it stays open until another one is requested. Weights without
     * metadata are assumed to be trained on the dataset used last.
     */
    public Teacher teacher(TeacherConfig config) throws IOException {
        TeacherKey wanted = new TeacherKey(config, datasets.newest());
        if (teacher.isEmpty() || !teacher.get().source().equals(wanted)) {
            Teacher loaded = teachers.load(config, () -> lastOrigin(config), manager(), DataType.FLOAT32);
            teacher.ifPresent(before -> before.value().close());
            teacher = Optional.of(new Loaded<>(wanted, loaded));
        }
        return teacher.get().value();
    }

    @Override
    public Teacher openTeacher(TeacherConfig config, DatasetConfig images, DataType type) throws IOException {
        DatasetClasses classes = new DatasetClasses(dataset(images).classNames(), config.otherClasses());
        return openTeacher(config, images, classes, type);
    }

    /**
     * Opens the teacher of a finished run; the caller closes it.
     *
     * @param classes classes of the run, whose dataset is read only for weights without metadata
     * @throws IOException if it cannot be read
     */
    public Teacher openTeacher(TeacherConfig config, DatasetConfig images, DatasetClasses classes, DataType type)
            throws IOException {
        return teachers.load(config, () -> TeacherOrigins.of(dataset(images)), classes, manager(), type);
    }

    /** Opens the teacher of a finished run whose classes are not known; the caller closes it. */
    public Teacher openTeacherAsStored(TeacherConfig config, DatasetConfig images, DataType type) throws IOException {
        return teachers.load(config, () -> TeacherOrigins.of(dataset(images)), manager(), type);
    }

    /** Returns the class names of the dataset used last; empty if none was used, or it cannot be read. */
    public Optional<List<String>> lastClassNames() {
        try {
            Optional<DatasetConfig> images = datasets.newest();
            return images.isPresent() ? Optional.of(dataset(images.get()).classNames()) : Optional.empty();
        } catch (IOException e) {
            LOG.debug("The dataset used last cannot be read", e);
            return Optional.empty();
        }
    }

    private TeacherOrigin lastOrigin(TeacherConfig config) throws IOException {
        DatasetConfig images = datasets.newest()
                .orElseThrow(() -> new DescribedIOException(Message.of("teacher.noOrigin", config.weights())));
        return TeacherOrigins.of(dataset(images));
    }

    @Override
    public void close() {
        teacher.ifPresent(loaded -> loaded.value().close());
        operators.ifPresent(PixelOperators::close);
        root.ifPresent(NDManager::close);
    }
}
