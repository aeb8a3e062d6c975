package org.dwastudio.ui.parameter;

import org.dwastudio.config.preset.SynthesisPresets.Preset;
import org.dwastudio.config.synthesis.SynthesisConfig;

/**
 * Snapshot of the parameter panel, which undo restores.
 *
 * @param preset preset that the values are compared with
 * @param synthesis values of the settings
 * @param seed seed of all random draws
 */
public record ParameterDraft(Preset preset, SynthesisConfig synthesis, long seed) {}
