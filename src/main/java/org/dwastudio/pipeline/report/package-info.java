/** Tells what the stages left in a run folder, as one file for people. Reads only; no stage knows it. */
package org.dwastudio.pipeline.report;
