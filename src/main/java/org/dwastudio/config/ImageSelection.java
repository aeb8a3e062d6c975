package org.dwastudio.config;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.dwastudio.config.setting.Flag;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;
import org.dwastudio.config.setting.TextList;

/**
 * The part of a dataset that is used.
 *
 * @param classes names of the classes, which keep the dataset's order; all if empty
 * @param maxPerClass training images of each class, evenly spread over its files, 0 to 1,000,000; 0 takes all
 * @param skipUnreadable true to leave out images that cannot be read; every image is then decoded once when the dataset
 *     is opened
 * @param skipEmptyClasses true to leave out classes without images
 */
@RecordBuilder
public record ImageSelection(List<String> classes, int maxPerClass, boolean skipUnreadable, boolean skipEmptyClasses)
        implements ImageSelectionBuilder.With {
    private static final ParameterRange MOST =
            ParameterRange.of(0, 1_000_000, 0).whole();

    private static final SettingGroup<DatasetConfig, ImageSelection> GROUP =
            new SettingGroup<>("dataset", DatasetConfig::selection, DatasetConfig::withSelection);

    public static final TextList<DatasetConfig> CLASSES =
            GROUP.texts("classes", ImageSelection::classes, ImageSelection::withClasses);
    public static final Parameter<DatasetConfig> MAX_PER_CLASS = GROUP.whole(
                    "maxPerClass", MOST, ImageSelection::maxPerClass, ImageSelection::withMaxPerClass)
            .withoutSlider()
            .omittingDefault();
    public static final Flag<DatasetConfig> SKIP_UNREADABLE = GROUP.flag(
                    "skipUnreadable", ImageSelection::skipUnreadable, ImageSelection::withSkipUnreadable)
            .omittingFalse();
    public static final Flag<DatasetConfig> SKIP_EMPTY_CLASSES = GROUP.flag(
                    "skipEmptyClasses", ImageSelection::skipEmptyClasses, ImageSelection::withSkipEmptyClasses)
            .omittingFalse();

    public ImageSelection {
        classes = List.copyOf(classes);
    }

    /** Returns the selection of all images. */
    public static ImageSelection all() {
        return new ImageSelection(List.of(), 0, false, false);
    }

    static List<Setting<DatasetConfig>> settings() {
        return List.of(CLASSES, MAX_PER_CLASS, SKIP_UNREADABLE, SKIP_EMPTY_CLASSES);
    }
}
