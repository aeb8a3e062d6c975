/** Atomic writes, safe names, folders of the user and the trash. Depends on the JDK and on native access to the trash only. */
package org.dwastudio.file;
