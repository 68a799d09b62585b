package io.smarketing.daemon.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.event.KeyValuePair;

/** Lays each event out as one JSON object on one line, its keys side by side. */
final class JsonLines extends LayoutBase<ILoggingEvent> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String doLayout(ILoggingEvent event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", event.getInstant().toString());
        line.put("level", event.getLevel().toString());
        line.put("event", event.getFormattedMessage());
        Optional.ofNullable(event.getKeyValuePairs())
                .orElse(List.of())
                .forEach(pair -> line.put(pair.key, value(pair)));
        if (event.getThrowableProxy() != null) {
            line.put("trace", ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        try {
            return JSON.writeValueAsString(line) + "\n";
        } catch (JsonProcessingException e) {
            return "{\"event\":\"a line could not be written\"}\n";
        }
    }

    private static Object value(KeyValuePair pair) {
        return pair.value instanceof Number number ? number : String.valueOf(pair.value);
    }
}
