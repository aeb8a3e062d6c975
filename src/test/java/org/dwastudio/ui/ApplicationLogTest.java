package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ApplicationLogTest {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @AfterEach
    void detach() {
        List<Appender<ILoggingEvent>> files = new ArrayList<>();
        root.iteratorForAppenders().forEachRemaining(files::add);
        files.stream().filter(RollingFileAppender.class::isInstance).forEach(appender -> {
            root.detachAppender(appender);
            appender.stop();
        });
    }

    @Test
    void failuresAreWrittenWithTheirStackTrace(@TempDir Path home) {
        Path file = home.resolve("log/studio.log");
        new ApplicationLog(file).start();

        LoggerFactory.getLogger("org.dwastudio.ui.Example").error("it broke", new IllegalStateException("because"));

        assertThat(file).content().contains("it broke", "IllegalStateException: because", "at org.dwastudio.ui");
    }
}
