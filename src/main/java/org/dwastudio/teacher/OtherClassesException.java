package org.dwastudio.teacher;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.dwastudio.text.Described;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;

/** Failure to use a teacher on a dataset of other classes; it can be used if the user confirms it. */
public final class OtherClassesException extends IOException implements Described {
    private static final long serialVersionUID = 1L;
    private static final int MOST_NAMED = 4;

    private final transient Message description;
    private final String trainedOn;

    OtherClassesException(String teacher, TeacherMetadata metadata, List<String> classNames) {
        this(
                Message.of(
                        "teacher.otherClasses",
                        PrintableText.escaped(teacher),
                        PrintableText.name(metadata.dataset()),
                        named(metadata.classNames()),
                        named(classNames)),
                metadata.dataset());
    }

    private OtherClassesException(Message description, String trainedOn) {
        super(description.english());
        this.description = description;
        this.trainedOn = trainedOn;
    }

    @Override
    public Message description() {
        return description;
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
