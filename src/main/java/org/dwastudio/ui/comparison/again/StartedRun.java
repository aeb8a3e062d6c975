package org.dwastudio.ui.comparison.again;

import java.nio.file.Path;

/**
 * Run that was started from the comparison.
 *
 * @param folder its folder
 * @param source folder of the run that it repeats with other settings
 */
public record StartedRun(Path folder, Path source) {}
