/** The teacher card, the teacher library and the import of weights. */
package org.dwastudio.ui.teacher;
