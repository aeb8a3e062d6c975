package org.dwastudio.config;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.dwastudio.config.setting.Choice;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;

/**
 * Training images that are held out of the training split, so that settings can be chosen without the test split.
 *
 * @param share share of each class's training images, 0 to 0.5; 0 holds out none
 * @param scoredOn images that accuracies are measured on
 */
@RecordBuilder
public record HeldOut(double share, ScoredOn scoredOn) implements HeldOutBuilder.With {
    private static final ParameterRange SHARES = ParameterRange.of(0, 0.5, 0);

    private static final SettingGroup<DatasetConfig, HeldOut> GROUP =
            new SettingGroup<>("dataset", DatasetConfig::heldOut, DatasetConfig::withHeldOut);

    public static final Parameter<DatasetConfig> SHARE = GROUP.number(
                    "heldOutShare", SHARES, HeldOut::share, HeldOut::withShare)
            .withoutSlider()
            .omittingDefault();
    public static final Choice<DatasetConfig, ScoredOn> SCORED_ON = GROUP.choice(
                    "scoredOn", ScoredOn.class, HeldOut::scoredOn, HeldOut::withScoredOn)
            .omitting(ScoredOn.TEST);

    /** Images that accuracies are measured on. */
    public enum ScoredOn {
        /** The test split. */
        TEST,
        /** The training images that are held out. They play the test split. */
        HELD_OUT
    }

    /** Returns the setting of all training images and the test split. */
    public static HeldOut none() {
        return new HeldOut(0, ScoredOn.TEST);
    }

    /** Returns true if accuracies are to be measured on held-out images, and none are held out. */
    public boolean isScoredOnNothing() {
        return scoredOn == ScoredOn.HELD_OUT && share == 0;
    }

    static List<Setting<DatasetConfig>> settings() {
        return List.of(SHARE, SCORED_ON);
    }
}
