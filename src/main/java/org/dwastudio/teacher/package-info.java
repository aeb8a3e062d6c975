/** Teachers: a network, its weights and their metadata; the teacher library, and the import of published weights. */
@NullMarked
package org.dwastudio.teacher;

import org.jspecify.annotations.NullMarked;
