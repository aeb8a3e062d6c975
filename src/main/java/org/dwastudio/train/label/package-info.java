/** Soft labels: the teacher's predictions for every augmented image, as stored and as read by students. */
package org.dwastudio.train.label;
