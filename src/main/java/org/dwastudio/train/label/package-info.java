/** Soft labels: the teacher's predictions for every augmented image, as stored and as read by students. */
@NullMarked
package org.dwastudio.train.label;

import org.jspecify.annotations.NullMarked;
