package org.dwastudio.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.ui.screen.LoadState;
import org.junit.jupiter.api.Test;

class EstimateViewModelTest {
    private final List<CompletableFuture<StageEstimate>> asked = new ArrayList<>();
    private boolean nothingToEstimate;
    private final EstimateViewModel model = new EstimateViewModel(this::question, Runnable::run);

    private Optional<CompletionStage<StageEstimate>> question() {
        if (nothingToEstimate) {
            return Optional.empty();
        }
        CompletableFuture<StageEstimate> answer = new CompletableFuture<>();
        asked.add(answer);
        return Optional.of(answer);
    }

    @Test
    void nothingIsMeasuredUntilTheEstimateIsShown() {
        model.outdate();
        assertThat(asked).isEmpty();

        model.shownProperty().set(true);

        assertThat(asked).hasSize(1);
        assertThat(model.estimateProperty().get()).isEqualTo(LoadState.waiting());
    }

    @Test
    void aBusyEngineIsAskedLater() {
        model.engineBusyProperty().set(true);
        model.shownProperty().set(true);
        assertThat(asked).isEmpty();

        model.engineBusyProperty().set(false);

        assertThat(asked).hasSize(1);
    }

    @Test
    void anAnswerIsKeptWhileNothingChanges() {
        model.shownProperty().set(true);
        asked.get(0).complete(estimate(5));
        model.shownProperty().set(false);
        model.shownProperty().set(true);

        assertThat(asked).hasSize(1);
        assertThat(model.estimateProperty().get().value()).contains(estimate(5));
    }

    @Test
    void anAnswerToFormerSettingsIsIgnoredAndTheNewOnesAreMeasured() {
        model.shownProperty().set(true);
        model.outdate();
        assertThat(asked).as("one at a time").hasSize(1);

        asked.get(0).complete(estimate(5));

        assertThat(model.estimateProperty().get()).isEqualTo(LoadState.waiting());
        assertThat(asked).hasSize(2);
        asked.get(1).complete(estimate(6));
        assertThat(model.estimateProperty().get().value()).contains(estimate(6));
    }

    @Test
    void aFailureIsShownUntilTheSettingsChange() {
        model.shownProperty().set(true);
        asked.get(0).completeExceptionally(new IllegalStateException("no such dataset"));

        assertThat(model.estimateProperty().get()).isEqualTo(LoadState.failed());
        assertThat(model.problemProperty().get().orElseThrow()).hasToString("no such dataset");

        model.outdate();
        assertThat(model.problemProperty().get()).isEmpty();
        asked.get(1).complete(estimate(7));
        assertThat(model.estimateProperty().get().value()).contains(estimate(7));
    }

    @Test
    void aRefusedRequestIsAFailureToo() {
        EstimateViewModel refusing = new EstimateViewModel(
                () -> {
                    throw new IllegalStateException("the batch size is 0");
                },
                Runnable::run);
        refusing.shownProperty().set(true);

        assertThat(refusing.estimateProperty().get()).isEqualTo(LoadState.failed());
        assertThat(refusing.problemProperty().get().orElseThrow()).hasToString("the batch size is 0");
    }

    @Test
    void withNothingToEstimateItWaitsForTheNextChange() {
        nothingToEstimate = true;
        model.shownProperty().set(true);
        assertThat(model.estimateProperty().get()).isEqualTo(LoadState.waiting());

        nothingToEstimate = false;
        model.outdate();

        assertThat(asked).hasSize(1);
    }

    private static StageEstimate estimate(long steps) {
        return new StageEstimate(steps, 0.5, 1000, 2000, OptionalLong.empty(), OptionalInt.empty());
    }
}
