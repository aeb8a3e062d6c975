package org.dwastudio.weights.torch;

import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.Optional;
import org.dwastudio.weights.pickle.PickledGlobal;

/** Supported storage types of PyTorch; each is a class of the module {@code torch} and has a data type. */
enum TorchStorageType {
    FLOAT("FloatStorage", "float32", DataType.FLOAT32),
    DOUBLE("DoubleStorage", "float64", DataType.FLOAT64),
    HALF("HalfStorage", "float16", DataType.FLOAT16),
    BFLOAT16("BFloat16Storage", "bfloat16", DataType.BFLOAT16),
    LONG("LongStorage", "int64", DataType.INT64),
    INT("IntStorage", "int32", DataType.INT32),
    SHORT("ShortStorage", "int16", DataType.INT16),
    CHAR("CharStorage", "int8", DataType.INT8),
    BYTE("ByteStorage", "uint8", DataType.UINT8),
    BOOL("BoolStorage", "bool", DataType.BOOLEAN);

    private final String className;
    private final String format;
    private final DataType dataType;

    TorchStorageType(String className, String format, DataType dataType) {
        this.className = className;
        this.format = format;
        this.dataType = dataType;
    }

    static Optional<TorchStorageType> of(PickledGlobal global) {
        boolean torch = global.module().equals("torch") || global.module().equals("torch.storage");
        return Arrays.stream(values())
                .filter(type -> torch && type.className.equals(global.name()))
                .findFirst();
    }

    /** Returns true if the name is one of the data types, such as {@code torch.float32}. */
    static boolean isFormat(PickledGlobal global) {
        return global.module().equals("torch")
                && Arrays.stream(values()).anyMatch(type -> type.format.equals(global.name()));
    }

    DataType dataType() {
        return dataType;
    }

    int bytes() {
        return dataType.getNumOfBytes();
    }
}
