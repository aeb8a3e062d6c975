/** The third stage: a teacher's answers to all views of the distilled set, made once and kept. */
package org.dwastudio.pipeline.relabel;
