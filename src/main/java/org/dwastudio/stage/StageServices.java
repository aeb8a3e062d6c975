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

    /** Returns the root of all tensors. */
    NDManager manager();

    /** Returns the compiled operators of the pixel gradient. */
    PixelOperators operators();

    /** Returns the known architectures. */
    NetworkCatalog networks();

    /** Returns the memory that the device has now. */
    MemoryBudget memory();

    /**
     * Returns a dataset, from memory if it was used last.
     *
     * @throws IOException when it cannot be read
     */
    ImageDataset dataset(DatasetConfig config) throws IOException;

    /**
     * Returns a dataset as its files are now.
     *
     * @throws IOException when it cannot be read
     */
    ImageDataset reloadDataset(DatasetConfig config) throws IOException;

    /**
     * Opens a teacher; the caller closes it.
     *
     * @param images the dataset that weights without metadata are assumed to be trained on
     * @throws IOException when it cannot be read
     */
    Teacher openTeacher(TeacherConfig config, DatasetConfig images, DataType type) throws IOException;

    /** Returns the metadata of a run that starts now. */
    RunMetadata metadata(String datasetFingerprint, String teacherFingerprint);

    /** Returns the pace of checkpoints of a run that starts now. */
    CheckpointPace checkpointPace();
}
