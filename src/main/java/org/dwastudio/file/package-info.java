/** Atomic writes, safe names, folders of the user and the trash. Depends on the JDK and on native access to the trash only. */
@NullMarked
package org.dwastudio.file;

import org.jspecify.annotations.NullMarked;
