package org.dwastudio.nn.architecture;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;

/**
 * One architecture of the catalog.
 *
 * @param architecture builder of its blocks
 * @param fullWidth width of the published network
 * @param smallestImages supported stems, with the smallest height and width that each accepts, in pixels
 * @param batchNorms true if it has batch norms
 */
public record ArchitectureSpec(
        Architecture architecture, int fullWidth, Map<Stem, Integer> smallestImages, boolean batchNorms) {
    public ArchitectureSpec {
        smallestImages = Map.copyOf(smallestImages);
    }

    public ArchitectureFacts facts(String key) {
        return new ArchitectureFacts(key, fullWidth, smallestImages.keySet(), batchNorms);
    }

    /**
     * Rejects configurations that cannot be built.
     *
     * @throws IllegalArgumentException with the invalid value and the valid ones in its message
     */
    public void check(NetworkConfig config) {
        String name = config.architecture();
        require(name, "network.badWidth", config.width(), 1);
        require(name, "network.badClasses", config.classes(), 1);
        if (config.channels() != 1 && config.channels() != 3) {
            throw new DescribedArgumentException(Message.of("network.badChannels", name, config.channels()));
        }
        Integer smallest = smallestImages.get(config.stem());
        if (smallest == null) {
            throw new DescribedArgumentException(Message.of("network.badStem", name, stems(), config.stem()));
        }
        String withStem = smallestImages.size() > 1 ? name + " with stem " + config.stem() : name;
        require(withStem, "network.badSize", config.imageSize(), smallest);
    }

    private String stems() {
        return smallestImages.keySet().stream()
                .sorted(Comparator.naturalOrder())
                .map(Stem::name)
                .collect(Collectors.joining(" or "));
    }

    private static void require(String whose, String key, int value, int least) {
        if (value < least) {
            throw new DescribedArgumentException(Message.of(key, whose, least, value));
        }
    }
}
