package io.smarketing.daemon.serve.http;

import java.util.Map;

/** What an endpoint is asked. */
public interface Asked {

    /** The query's parameters. */
    Map<String, String> query();

    /** By their names in lower case; of one that is given twice the first. */
    Map<String, String> headers();

    /** As it came. */
    byte[] body();
}
