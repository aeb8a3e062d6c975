package org.dwastudio.weights.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;
import org.dwastudio.weights.FileContent;
import org.dwastudio.weights.ReadBudget;
import org.dwastudio.weights.TensorGroup;
import org.dwastudio.weights.WeightsException;

/**
 * File with one or more sets of named tensors: safetensors, npz, PyTorch or TorchScript.
 *
 * @param path location of the file
 * @param content content, independent of the format
 */
public record WeightsFile(Path path, FileContent content) {

    /**
     * Reads a whole file. Its format is detected from its content, whatever its name.
     *
     * @throws WeightsException if it is missing, broken, truncated or of another format
     */
    public static WeightsFile read(Path path) throws WeightsException {
        ReadBudget.of(path);
        return new WeightsFile(path, FormatDetector.of(path).read(path));
    }

    /** Returns each set of tensors as a file of its own, the most likely network first. */
    public List<TensorFile> groups() {
        return content.groups().stream().map(this::group).toList();
    }

    private TensorFile group(TensorGroup group) {
        return new TensorFile(path, group.tensors(), content.metadata());
    }

    /** Returns the free text of a safetensors file; empty for every other format. */
    public Map<String, String> metadata() {
        return content.metadata();
    }

    /**
     * Returns the set of tensors that the file is about.
     *
     * @throws WeightsException if there are several of equal rank
     */
    TensorFile only() throws WeightsException {
        if (content.ambiguous()) {
            throw new WeightsException(
                    path,
                    Message.of(
                            "weights.several",
                            content.groups().stream()
                                    .filter(group -> !group.key().isEmpty())
                                    .map(group -> "'" + PrintableText.name(group.key()) + "'")
                                    .collect(Collectors.joining(", "))));
        }
        return groups().get(0);
    }
}
