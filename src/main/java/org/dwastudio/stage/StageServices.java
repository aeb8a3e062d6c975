package org.dwastudio.stage;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.teacher.Teacher;

/** Datasets, teachers and tensors of the engine, shared by all stages. Used on the engine thread. */
public interface StageServices {

    /** Returns the root {@code NDManager}. */
    NDManager manager();

    /** Returns the compiled operators of the pixel gradient. */
    PixelOperators operators();

    /** Returns the known architectures. */
    NetworkCatalog networks();

    /** Returns the memory that is available on the device. */
    MemoryBudget memory();

    /**
     * Returns a dataset; cached if it was the last one used.
     *
     * @throws IOException if it cannot be read
     */
    ImageDataset dataset(DatasetConfig config) throws IOException;

    /**
     * Returns a dataset, read again from its files.
     *
     * @throws IOException if it cannot be read
     */
    ImageDataset reloadDataset(DatasetConfig config) throws IOException;

    /**
     * Opens a teacher; the caller closes it.
     *
     * @param images the dataset that weights without metadata are assumed to be trained on
     * @throws IOException if it cannot be read
     */
    Teacher openTeacher(TeacherConfig config, DatasetConfig images, DataType type) throws IOException;

    /** Returns the metadata of a run that starts now. */
    RunMetadata metadata(String datasetFingerprint, String teacherFingerprint);

    /** Returns the pace of checkpoints of a run that starts now. */
    CheckpointPace checkpointPace();
}
