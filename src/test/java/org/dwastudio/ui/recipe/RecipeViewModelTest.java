package org.dwastudio.ui.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.config.preset.EvaluationPresets;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.nn.architecture.ArchitectureFacts;
import org.dwastudio.ui.evaluation.StudentChoices;
import org.dwastudio.ui.fake.StudioModels;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeViewModelTest {
    private static final EvaluationConfig PAPER = EvaluationConfig.paper();

    @TempDir
    private Path home;

    private ParametersViewModel parameters;
    private RecipeViewModel<EvaluationConfig, StudentChoices> recipe;

    @BeforeEach
    void create() {
        StudioModels models = new StudioModels(home);
        parameters = models.studio().workspace().parameters();
        recipe = models.studio().students().recipe();
        parameters.load(SynthesisPresets.demonstration().withEvaluation(PAPER));
    }

    @Test
    void thePanelShowsTheRecipeOfTheExperiment() {
        assertThat(recipe.presetProperty().get().recipe()).isEqualTo(PAPER);
        assertThat(recipe.changedCountBinding().get()).isZero();
        assertThat(recipe.valueOf(EvaluationConfig.EPOCHS).get())
                .isEqualTo(EvaluationConfig.EPOCHS.in(PAPER), within(0.0));
        assertThat(recipe.choices().architectureProperty().get())
                .isEqualTo(PAPER.network().architecture());
    }

    @Test
    void anEditedNumberChangesTheExperimentAlone() {
        recipe.valueOf(EvaluationConfig.EPOCHS).set(7);

        assertThat(shown()).isEqualTo(EvaluationConfig.EPOCHS.replacedIn(PAPER, 7));
        assertThat(recipe.changedCountBinding().get()).isEqualTo(1);
        assertThat(recipe.presetProperty().get().recipe()).isEqualTo(PAPER);
    }

    @Test
    void anotherArchitectureHasItsPublishedWidth() {
        recipe.valueOf(EvaluationConfig.WIDTH).set(8);

        recipe.choices().architectureProperty().set("mobilenet_v2");

        assertThat(shown().network().architecture()).isEqualTo("mobilenet_v2");
        assertThat(shown().network().width()).isEqualTo(32);
    }

    @Test
    void anArchitectureWithoutTheStemTakesOneOfItsOwn() {
        RecipeViewModel<EvaluationConfig, StudentChoices> model = new RecipeViewModel<>(
                recipe.kind(),
                parameters,
                parameters.evaluationProperty(),
                new StudentChoices(),
                List.of(
                        new ArchitectureFacts("resnet18", 64, Set.of(Stem.SMALL, Stem.IMAGENET), true),
                        new ArchitectureFacts("convnet", 128, Set.of(Stem.SMALL), true)));
        model.choices().stemProperty().set(Stem.IMAGENET);
        assertThat(shown().network().stem()).isEqualTo(Stem.IMAGENET);

        model.choices().architectureProperty().set("convnet");

        assertThat(model.stems()).containsExactly(Stem.SMALL);
        assertThat(shown().network().stem()).isEqualTo(Stem.SMALL);
        assertThat(shown().network().width()).isEqualTo(128);
    }

    @Test
    void anArchitectureThatIsNotOfferedKeepsItsWidthAndEveryStem() {
        Experiment experiment = SynthesisPresets.demonstration()
                .withEvaluation(PAPER.withNetwork(network ->
                        network.withArchitecture("resnet-bottleneck-1111").withWidth(9)));

        parameters.load(experiment);

        assertThat(recipe.valueOf(EvaluationConfig.WIDTH).get()).isEqualTo(9, within(0.0));
        assertThat(recipe.stems()).containsExactlyInAnyOrder(Stem.values());
        assertThat(shown()).isEqualTo(experiment.evaluation());
    }

    @Test
    void aPresetReplacesTheWholeRecipe() {
        recipe.valueOf(EvaluationConfig.EPOCHS).set(7);
        RecipePreset<EvaluationConfig> modern = recipe.kind().presets().get(3);

        recipe.choosePreset(modern);

        assertThat(shown()).isEqualTo(EvaluationPresets.all().get(3).evaluation());
        assertThat(recipe.changedCountBinding().get()).isZero();
        assertThat(recipe.valueOf(EvaluationConfig.EPOCHS).get())
                .isEqualTo(EvaluationConfig.EPOCHS.in(modern.recipe()), within(0.0));
    }

    @Test
    void resettingRestoresThePreset() {
        recipe.valueOf(EvaluationConfig.EPOCHS).set(7);
        recipe.choices().horizontalFlipProperty().set(!PAPER.augmentation().horizontalFlip());
        assertThat(recipe.changedCountBinding().get()).isEqualTo(2);

        recipe.resetToPreset();

        assertThat(shown()).isEqualTo(PAPER);
    }

    @Test
    void anOpenedExperimentIsComparedWithTheNearestPreset() {
        EvaluationConfig nearModern = EvaluationConfig.EPOCHS.replacedIn(EvaluationConfig.modern(), 7);

        parameters.load(SynthesisPresets.demonstration().withEvaluation(nearModern));

        assertThat(recipe.presetProperty().get().recipe()).isEqualTo(EvaluationConfig.modern());
        assertThat(recipe.changedCountBinding().get()).isEqualTo(1);
        assertThat(shown()).isEqualTo(nearModern);
    }

    private EvaluationConfig shown() {
        return parameters.experiment().evaluation();
    }
}
