/** The fourth stage: students trained on the distilled set, and on what it must beat. */
package org.dwastudio.pipeline.evaluation;
