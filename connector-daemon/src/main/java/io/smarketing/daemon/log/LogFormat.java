package io.smarketing.daemon.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import org.slf4j.LoggerFactory;

/** The forms that the log lines of a daemon can have; they go to standard error. */
public enum LogFormat {
    /** For people: time, level, event, and its keys with their values. */
    text,
    /** For programs: one JSON object a line. */
    json;

    private static final String TEXT =
            "%d{\"yyyy-MM-dd'T'HH:mm:ss.SSSXXX\"} %-5level %replace(%msg){'[\\r\\n]+', ' '} %kvp%n%rEx";

    /** Logs so from now on, and what the daemon does, too. */
    public void use() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(layout(context));
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.addAppender(appender);
        Logger ours = context.getLogger("io.smarketing");
        if (!ours.getEffectiveLevel().equals(Level.DEBUG)) {
            ours.setLevel(Level.INFO);
        }
    }

    private Layout<ILoggingEvent> layout(LoggerContext context) {
        if (this == json) {
            JsonLines lines = new JsonLines();
            lines.setContext(context);
            lines.start();
            return lines;
        }
        PatternLayout lines = new PatternLayout();
        lines.setContext(context);
        lines.setPattern(TEXT);
        lines.start();
        return lines;
    }
}
