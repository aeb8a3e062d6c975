package org.dwastudio.weights.torch;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;
import org.dwastudio.weights.FileContent;
import org.dwastudio.weights.ReadBudget;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.TensorGroup;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.pickle.PickledGlobal;

/** Extraction of the tensors of a file from its storages. Equal views of a storage are extracted once. */
final class Materializer {
    private final Path path;
    private final ReadBudget budget;
    private final Storages storages;
    private final Map<TorchTensor, StoredTensor> extracted = new HashMap<>();

    Materializer(Path path, ReadBudget budget, Storages storages) {
        this.path = path;
        this.budget = budget;
        this.storages = storages;
    }

    /** Storages of a file. */
    interface Storages {
        /**
         * Returns the bytes of a storage, at least as many as it needs.
         *
         * @throws IllegalArgumentException if they are missing or too few
         */
        ByteBuffer bytes(TorchTensor.Storage storage) throws WeightsException;
    }

    /**
     * Extracts all tensors.
     *
     * @param globals names in the file's pickles
     */
    FileContent content(List<StateDicts.Found> found, Collection<PickledGlobal> globals) throws WeightsException {
        List<TensorGroup> groups = new ArrayList<>();
        for (StateDicts.Found group : found) {
            groups.add(new TensorGroup(group.key(), stored(group.tensors())));
        }
        boolean ambiguous = found.size() > 1 && !found.get(0).isUsual();
        return new FileContent(groups, ambiguous, Map.of(), TorchGlobals.placeholders(globals));
    }

    private Map<String, StoredTensor> stored(Map<String, PickledTensor> tensors) throws WeightsException {
        Map<String, StoredTensor> stored = new LinkedHashMap<>();
        for (Map.Entry<String, PickledTensor> tensor : tensors.entrySet()) {
            try {
                budget.chargeObjects(1);
                stored.put(tensor.getKey(), stored(tensor.getValue()));
            } catch (IllegalArgumentException e) {
                throw WeightsException.damaged(
                        path,
                        Message.of("weights.tensor", PrintableText.name(tensor.getKey()), FailureCause.reason(e)),
                        e);
            }
        }
        return stored;
    }

    private StoredTensor stored(PickledTensor tensor) throws WeightsException {
        if (tensor instanceof NumpyArray array) {
            return array.stored(budget);
        }
        TorchTensor view = (TorchTensor) tensor;
        StoredTensor known = extracted.get(view);
        if (known == null) {
            known = TorchValues.of(view, storages.bytes(view.storage()), budget);
            extracted.put(view, known);
        }
        return known;
    }
}
