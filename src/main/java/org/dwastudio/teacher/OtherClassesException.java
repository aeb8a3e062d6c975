package org.dwastudio.teacher;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.dwastudio.text.PrintableText;

/** Failure to use a teacher on a dataset of other classes; it can be used if the user confirms it. */
public final class OtherClassesException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_NAMED = 4;

    private final String trainedOn;

    OtherClassesException(String teacher, TeacherMetadata metadata, List<String> classNames) {
        super(PrintableText.escaped(teacher) + ": trained on " + PrintableText.name(metadata.dataset())
                + ", not on this dataset; accuracy here: not measured. Its classes are " + named(metadata.classNames())
                + "; those of the dataset are " + named(classNames)
                + ". Please choose a teacher of this dataset. If the classes are meant to differ, set"
                + " teacher.otherClasses=true (import-weights: --other-classes).");
        this.trainedOn = metadata.dataset();
    }

    private static String named(List<String> names) {
        return names.stream().limit(MOST_NAMED).map(PrintableText::name).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMED ? ", … (" + names.size() + ")" : "");
    }

    /** Returns the name of the dataset that the teacher was trained on. */
    public String trainedOn() {
        return trainedOn;
    }
}
