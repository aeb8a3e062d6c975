package org.dwastudio.stage.synthesis.regression;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.nn.torch.TorchEngine;
import org.junit.jupiter.api.Test;

class RegressionStudentsTest {
    private static final NetworkConfig KIND = new NetworkConfig("convnet3", 2, NetworkConfig.Stem.SMALL, 1, 3, 8);

    @Test
    void theyTakeTurnsAndStartAgainAtDifferentTimes() {
        List<String> born = new ArrayList<>();
        try (NDManager manager = TorchEngine.load().newManager();
                RegressionStudents students = new RegressionStudents(2, 4, number -> {
                    born.add((number & 0xFFFF_FFFFL) + "." + (number >> 32));
                    return new RegressionStudent(KIND, DataType.FLOAT32, number, manager);
                })) {
            RegressionStudent first = students.next();
            List<String> bornAt = new ArrayList<>();
            for (int turn = 1; turn <= 16; turn++) {
                int before = born.size();
                students.turnEnds();
                if (born.size() > before) {
                    bornAt.add(turn + ": " + born.get(before));
                }
            }

            // Place 0 after its 4th and 8th step, in turns 7 and 15; place 1 after its 2nd and 6th, in turns 4 and 12.
            assertThat(born).startsWith("0.0", "1.0");
            assertThat(bornAt).containsExactly("4: 1.1", "7: 0.1", "12: 1.2", "15: 0.2");
            assertThat(students.next()).isNotSameAs(first);
            assertThat(students.turns()).isEqualTo(16);
        }
    }
}
