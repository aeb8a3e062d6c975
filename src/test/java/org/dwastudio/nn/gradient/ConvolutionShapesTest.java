package org.dwastudio.nn.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.nn.architecture.KnownArchitectures;
import org.dwastudio.nn.layer.Pass;
import org.dwastudio.nn.operator.ConvolutionTerms;
import org.dwastudio.nn.operator.Operators;
import org.dwastudio.nn.operator.PlainOperators;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * All shapes of convolutions of all architectures, computed with the fastest instructions of this processor, against
 * float64. A failure names shapes that the engine computes wrongly here (docs/decisions/0013).
 */
@Tag("slow")
class ConvolutionShapesTest {
    private static final int[] WIDTHS = {8, 16, 64};
    private static final String LARGEST_RESNET = "resnet101";

    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    @TempDir
    private Path folder;

    private final Set<ConvolutionShape> shapes = new LinkedHashSet<>();

    @Test
    void everyShapeIsComputedCorrectly() throws Exception {
        for (String architecture : KnownArchitectures.OFFERED) {
            for (int width : WIDTHS) {
                for (Stem stem : Stem.values()) {
                    collect(architecture, width, stem, 1, 28);
                    collect(architecture, width, stem, 3, 32);
                }
            }
        }
        assertThat(shapes)
                .hasSizeGreaterThan(500)
                .contains(new ConvolutionShape(1, 16, 28, 3, 1, 1, 1), new ConvolutionShape(16, 32, 28, 1, 2, 0, 1));

        List<String> left =
                new ArrayList<>(shapes.stream().map(ConvolutionShape::text).toList());
        List<String> wrong = new ArrayList<>();
        while (!left.isEmpty()) {
            List<String> done = trial(left);
            done.stream().filter(line -> !line.endsWith(": {}")).forEach(wrong::add);
            left = left.subList(done.size(), left.size());
            if (!left.isEmpty()) {
                wrong.add(left.get(0) + ": ends the process");
                left = left.subList(1, left.size());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void collect(String architecture, int width, Stem stem, int channels, int size) {
        // Has the shapes of resnet50.
        if (architecture.equals(LARGEST_RESNET)) {
            return;
        }
        NetworkConfig config = new NetworkConfig(architecture, width, stem, channels, 10, size);
        try (NDManager scope = tensors.manager().newSubManager()) {
            Network network = new NetworkCatalog().build(config, scope, DataType.FLOAT32, 1);
            network.run(scope.zeros(new Shape(1, channels, size, size)), Pass.inference(recorder()));
        } catch (IllegalArgumentException e) {
            // The architecture does not have this stem, or needs larger images.
            assertThat(e).hasMessageContaining(architecture);
        }
    }

    private Operators recorder() {
        return new PlainOperators() {
            @Override
            public NDArray convolution(NDArray input, ConvolutionTerms terms) {
                shapes.add(ConvolutionShape.of(input, terms));
                return super.convolution(input, terms);
            }
        };
    }

    /** Returns the lines of a child process for the shapes that it computed. */
    private List<String> trial(List<String> texts) throws IOException, InterruptedException {
        Path input = Files.write(folder.resolve("shapes.txt"), texts);
        Path output = folder.resolve("differences.txt");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConvolutionTrial.class.getName())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return Files.readAllLines(output);
    }
}
