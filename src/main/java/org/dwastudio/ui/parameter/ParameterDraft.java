package org.dwastudio.ui.parameter;

import org.dwastudio.config.preset.SynthesisPresets.Preset;
import org.dwastudio.config.synthesis.SynthesisConfig;

/**
 * What the parameter panel says at one moment: what undo goes back to.
 *
 * @param preset what counts as unchanged
 * @param synthesis the values
 * @param seed from which every random draw is derived
 */
public record ParameterDraft(Preset preset, SynthesisConfig synthesis, long seed) {}
