package org.dwastudio.stage.distilled;

import java.io.IOException;
import java.nio.file.Path;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.teacher.TeacherFingerprint;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;

/**
 * Teacher that a distilled set was made with, as its folder records it.
 *
 * @param folder the folder as the user names it
 * @param config teacher of the folder's experiment
 * @param fingerprint fingerprint of its weights; empty if none was recorded
 */
public record RecordedTeacher(Path folder, TeacherConfig config, String fingerprint) {

    /**
     * Rejects a teacher whose weights changed since the images were made; one that is named instead may be any.
     *
     * @param named teacher that the user asks for
     * @throws IOException with both fingerprints
     */
    public void requireUnchanged(Teacher teacher, TeacherConfig named) throws IOException {
        if (fingerprint.isEmpty() || !named.equals(config)) {
            return;
        }
        String now = TeacherFingerprint.of(teacher.network());
        if (!now.equals(fingerprint)) {
            throw new DescribedIOException(
                    Message.of("evaluation.otherTeacher", named.weights(), folder, now, fingerprint));
        }
    }
}
