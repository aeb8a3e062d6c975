package org.dwastudio.cli;

import org.dwastudio.pipeline.Engine;

/** Makes an engine when a command needs one; the command closes it. */
@FunctionalInterface
public interface EngineSource {
    Engine open();
}
