package org.dwastudio.cli.session;

import org.dwastudio.engine.Engine;

/** Source of engines for commands; a command closes the engine that it requested. */
@FunctionalInterface
public interface EngineFactory {
    Engine open();
}
