/** Distilled sets of run folders and exports as training data, with their stored soft labels. Shared by relabel and evaluation. */
package org.dwastudio.stage.distilled;
