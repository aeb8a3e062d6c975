/** Stage 3, relabel: stores the teacher's soft labels. */
package org.dwastudio.stage.relabel;
