/** Stage 5: a run's pictures in the form that other programs read, one writer a target. */
package org.dwastudio.pipeline.export;
