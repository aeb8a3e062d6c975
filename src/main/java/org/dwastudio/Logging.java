package org.dwastudio;

import java.util.logging.LogManager;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** One log for this program and its libraries; logback.xml sets the levels. */
final class Logging {
    private Logging() {}

    /** Routes java.util.logging, which JavaFX and the JDK use, to SLF4J. */
    static void route() {
        LogManager.getLogManager().reset();
        SLF4JBridgeHandler.install();
    }
}
