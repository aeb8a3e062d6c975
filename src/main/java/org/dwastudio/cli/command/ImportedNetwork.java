package org.dwastudio.cli.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.architecture.ArchitectureFacts;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Options that describe the network that weights belong to. */
final class ImportedNetwork {
    @Option(
            names = "--architecture",
            paramLabel = "NAME",
            description = "Its architecture. Default: the one that fits.")
    private String architecture;

    @Option(
            names = "--width",
            paramLabel = "CHANNELS",
            description = "Its width. Default: that of the published network.")
    private Integer width;

    @Option(
            names = "--stem",
            paramLabel = "STEM",
            converter = StemConverter.class,
            description = "small or imagenet. Default: small where the architecture has it.")
    private Stem stem;

    /** The network without its channels, classes and image size, which are the dataset's; empty to find it. */
    Optional<NetworkConfig> config(CommandSpec spec) {
        if (architecture == null) {
            if (width != null || stem != null) {
                throw new ParameterException(spec.commandLine(), "--width and --stem need --architecture.");
            }
            return Optional.empty();
        }
        ArchitectureFacts facts = new NetworkCatalog()
                .offered().stream()
                        .filter(offered -> offered.key().equals(architecture))
                        .findFirst()
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(),
                                "--architecture: there is no " + architecture + "; known are "
                                        + String.join(", ", new NetworkCatalog().names()) + "."));
        Stem usual = facts.stems().contains(Stem.SMALL) ? Stem.SMALL : Stem.IMAGENET;
        return Optional.of(new NetworkConfig(
                architecture,
                width == null ? facts.fullWidth() : width,
                stem == null ? usual : stem,
                (int) NetworkConfig.CHANNELS.defaultValue(),
                (int) NetworkConfig.CLASSES.defaultValue(),
                (int) NetworkConfig.IMAGE_SIZE.defaultValue()));
    }

    /** Reader of stem names, in lower or upper case. */
    static final class StemConverter implements ITypeConverter<Stem> {
        @Override
        public Stem convert(String name) {
            return Arrays.stream(Stem.values())
                    .filter(stem -> stem.name().equals(name.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + name + "' is not one of small, imagenet"));
        }
    }
}
