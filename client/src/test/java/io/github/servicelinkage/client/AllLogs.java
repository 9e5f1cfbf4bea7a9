package io.github.servicelinkage.client;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.slf4j.LoggerFactory;

/** Hears the loggers of both logging systems in use, SLF4J and the JDK's, at their finest level. */
final class AllLogs {

    private final AppenderBase<ILoggingEvent> slf4j;
    private final Handler jdk;

    AllLogs(Consumer<String> lines) {
        slf4j = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                lines.accept(
                        event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap());
                if (event.getThrowableProxy() != null) {
                    lines.accept(ThrowableProxyUtil.asString(event.getThrowableProxy()));
                }
            }
        };
        jdk = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (ofTheHttpClient(line)) {
                    return;
                }
                lines.accept(line.getLoggerName() + " " + line.getMessage());
                for (Object part : line.getParameters() == null ? new Object[0] : line.getParameters()) {
                    lines.accept(String.valueOf(part));
                }
                for (Throwable cause = line.getThrown(); cause != null; cause = cause.getCause()) {
                    lines.accept(cause.toString());
                }
            }

            @Override
            public void flush() {
                // Nothing is kept back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    /**
     * The JDK's HTTP client logs what it sends and receives, headers and all, once somebody turns that on; its
     * documentation says so, and the security notes of this project warn of it.
     */
    private static boolean ofTheHttpClient(LogRecord line) {
        String logger = String.valueOf(line.getLoggerName());
        return logger.startsWith("jdk.httpclient.") || logger.startsWith("jdk.internal.httpclient.");
    }

    void attach() {
        slf4j.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        slf4j.start();
        root().setLevel(Level.TRACE);
        root().addAppender(slf4j);
        java.util.logging.Logger jdkRoot = LogManager.getLogManager().getLogger("");
        jdkRoot.addHandler(jdk);
        jdkRoot.setLevel(java.util.logging.Level.ALL);
    }

    void detach() {
        root().setLevel(Level.OFF);
        root().detachAppender(slf4j);
        java.util.logging.Logger jdkRoot = LogManager.getLogManager().getLogger("");
        jdkRoot.removeHandler(jdk);
        jdkRoot.setLevel(java.util.logging.Level.INFO);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
