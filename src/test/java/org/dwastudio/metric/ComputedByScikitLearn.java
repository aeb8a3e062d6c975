package org.dwastudio.metric;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.file.TensorFile;

/** Arrays of {@code features.npz}: features and the numbers that NumPy and scikit-learn compute of them. */
public final class ComputedByScikitLearn {
    private final Map<String, StoredTensor> arrays;

    private ComputedByScikitLearn(Map<String, StoredTensor> arrays) {
        this.arrays = arrays;
    }

    /** Reads the arrays. */
    public static ComputedByScikitLearn read() throws IOException {
        return new ComputedByScikitLearn(TensorFile.read(Path.of("src/test/resources/metric/features.npz"))
                .tensors());
    }

    /** Returns a float32 matrix. */
    public FeatureMatrix features(String name) {
        StoredTensor array = array(name);
        float[] values = floats(name);
        return new FeatureMatrix((int) array.shape().get(0), (int) array.shape().get(1), values);
    }

    /** Returns the values of a float32 array, row by row. */
    public float[] floats(String name) {
        float[] values = new float[(int) array(name).shape().size()];
        array(name).data().asFloatBuffer().get(values);
        return values;
    }

    /** Returns the values of a float64 array, row by row. */
    public double[] doubles(String name) {
        double[] values = new double[(int) array(name).shape().size()];
        array(name).data().asDoubleBuffer().get(values);
        return values;
    }

    /** Returns the values of an int32 array, row by row. */
    public int[] ints(String name) {
        ByteBuffer data = array(name).data();
        int[] values = new int[(int) array(name).shape().size()];
        data.asIntBuffer().get(values);
        return values;
    }

    private StoredTensor array(String name) {
        StoredTensor array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("no array " + name + " among " + arrays.keySet());
        }
        return array;
    }
}
