package org.dwastudio.cli.session;

import org.dwastudio.engine.Engine;

/** Makes an engine when a command needs one; the command closes it. */
@FunctionalInterface
public interface EngineFactory {
    Engine open();
}
