package org.dwastudio.pipeline.squeeze;

import org.dwastudio.network.Teacher;

/**
 * A teacher fresh from its training.
 *
 * @param teacher ready to be written or used; close it
 * @param outcome how the training ended
 */
public record SqueezedTeacher(Teacher teacher, TrainingOutcome outcome) {}
