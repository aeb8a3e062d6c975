package org.dwastudio.weights.torch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;
import org.dwastudio.weights.ReadBudget;
import org.dwastudio.weights.pickle.PickledObject;

/**
 * Search for sets of named tensors in a PyTorch file: a state dict, a checkpoint that contains some among other things,
 * or whole modules. States of optimizers and schedulers are passed over.
 */
final class StateDicts {
    /** Keys that training programs use, the most likely first. */
    private static final List<String> USUAL = List.of(
            "state_dict", "model_state_dict", "model", "net", "network", "weights", "params", "ema", "state_dict_ema");

    private static final List<String> PASSED_OVER = List.of("optim", "scheduler", "scaler", "amp", "rng", "random");
    private static final int DEEPEST = 6;
    private static final int MOST_NAMED = 12;

    private final ReadBudget budget;
    private final Set<Object> visited = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Found> found = new ArrayList<>();

    private StateDicts(ReadBudget budget) {
        this.budget = budget;
    }

    /**
     * Set of named tensors.
     *
     * @param key keys that lead to it, separated by dots; empty for the whole file
     * @param usual rank of its key among those that training programs use; lower is more likely
     * @param tensors tensors by name, in the order of the file
     */
    record Found(String key, int usual, Map<String, PickledTensor> tensors) {
        /** Returns true if the key alone marks it as a network. */
        boolean isUsual() {
            return usual <= USUAL.size();
        }
    }

    /**
     * Returns the sets of named tensors of a pickle, the most likely network first.
     *
     * @throws IllegalArgumentException if there are none, with a message for the user
     */
    static List<Found> in(Object pickled, ReadBudget budget) {
        if (pickled instanceof PickledObject object && TorchGlobals.isScripted(object.called())) {
            return List.of(new Found("", 0, new ScriptModule(object, budget).tensors()));
        }
        if (PickledTensor.isTensor(pickled)) {
            return List.of(new Found("", 0, Map.of("tensor", PickledTensor.of(pickled))));
        }
        StateDicts search = new StateDicts(budget);
        search.visit("", "", pickled, 0);
        if (search.found.isEmpty()) {
            throw new DescribedArgumentException(nothing(pickled));
        }
        search.found.sort(Comparator.comparingInt(Found::usual)
                .thenComparing(
                        Comparator.comparingInt((Found one) -> one.tensors().size())
                                .reversed()));
        return List.copyOf(search.found);
    }

    private void visit(String path, String key, Object value, int depth) {
        Map<?, ?> map = entries(value);
        if (map.isEmpty() || !visited.add(value)) {
            return;
        }
        budget.chargeObjects(map.size());
        Map<String, PickledTensor> tensors = new LinkedHashMap<>();
        map.forEach((name, item) -> {
            if (name instanceof String text && PickledTensor.isTensor(item)) {
                tensors.put(text, tensor(text, item));
            }
        });
        int before = found.size();
        if (depth < DEEPEST) {
            map.forEach((name, item) -> {
                if (name instanceof String text && !isPassedOver(text)) {
                    visit(path.isEmpty() ? text : path + "." + text, text, item, depth + 1);
                }
            });
        }
        if (!tensors.isEmpty()) {
            found.add(new Found(path, rank(path, key), tensors));
        } else if (found.size() - before > 1) {
            addJoined(path, found.subList(before, found.size()));
        }
    }

    /** Adds the parts of one network that are stored apart, such as backbone and head. */
    private void addJoined(String path, List<Found> parts) {
        Map<String, PickledTensor> joined = new LinkedHashMap<>();
        String prefix = path.isEmpty() ? "" : path + ".";
        for (Found part : parts) {
            String name = part.key().substring(prefix.length());
            budget.chargeObjects(part.tensors().size());
            part.tensors().forEach((tensor, value) -> joined.put(name + "." + tensor, value));
        }
        found.add(new Found(path, Integer.MAX_VALUE, joined));
    }

    private Map<?, ?> entries(Object value) {
        if (PickledModule.isModule(value)) {
            return PickledModule.tensors(value, budget);
        }
        if (value instanceof PickledObject object) {
            return object.entries();
        }
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static PickledTensor tensor(String name, Object value) {
        try {
            return PickledTensor.of(value);
        } catch (IllegalArgumentException e) {
            Message problem = Message.of("weights.tensor", PrintableText.name(name), FailureCause.describe(e));
            throw new DescribedArgumentException(
                    problem.english().contains("Please")
                            ? Message.of("weights.sentence", problem)
                            : Message.of("weights.broken", problem),
                    e);
        }
    }

    private static int rank(String path, String key) {
        if (path.isEmpty()) {
            return USUAL.size();
        }
        int rank = USUAL.indexOf(key);
        return rank < 0 ? USUAL.size() + 1 : rank;
    }

    private static boolean isPassedOver(String key) {
        String lower = key.substring(0, Math.min(key.length(), 100)).toLowerCase(Locale.ROOT);
        return PASSED_OVER.stream().anyMatch(lower::contains);
    }

    private static Message nothing(Object pickled) {
        if (!(pickled instanceof Map<?, ?> root)) {
            return Message.of("torch.nothing");
        }
        String entries = root.keySet().stream()
                .filter(String.class::isInstance)
                .limit(MOST_NAMED)
                .map(key -> "'" + PrintableText.name((String) key) + "'")
                .collect(Collectors.joining(", "));
        return entries.isEmpty() ? Message.of("torch.noEntries") : Message.of("torch.entries", entries);
    }
}
