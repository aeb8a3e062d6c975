package org.dwastudio.ui.synthesis;

import org.dwastudio.config.Presets.Preset;
import org.dwastudio.config.SynthesisConfig;

/**
 * What the parameter panel says at one moment: what undo goes back to.
 *
 * @param preset what counts as unchanged
 * @param synthesis the values
 * @param seed from which every random draw is derived
 */
public record Draft(Preset preset, SynthesisConfig synthesis, long seed) {}
