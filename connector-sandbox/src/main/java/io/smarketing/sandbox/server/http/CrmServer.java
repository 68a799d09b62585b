package io.smarketing.sandbox.server.http;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.common.SingleRootFileSource;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.Extension;
import com.github.tomakehurst.wiremock.store.DefaultStores;
import io.smarketing.sandbox.kernel.SandboxProblem;
import java.net.BindException;

/** One CRM on a loopback port: a WireMock server with one stub that catches everything. */
public final class CrmServer implements AutoCloseable {

    private static final int LOG_ENTRIES = 100_000;
    /** A thread waits while an answer is delayed: so there are far more than any client has requests in flight. */
    private static final int THREADS = 64;

    /** WireMock looks for stubs in a folder that it is given; this one is not there. */
    private static final FileSource NO_FILES = new SingleRootFileSource("sandbox-without-stub-files");

    private final WireMockServer server;

    private CrmServer(WireMockServer server) {
        this.server = server;
    }

    /** Starts on that port, 0 for any free one; a SandboxProblem if it is taken. */
    public static CrmServer start(String crm, int port, Extension... extensions) {
        WireMockServer server = new WireMockServer(configuration(port, extensions));
        try {
            server.start();
            return new CrmServer(server);
        } catch (FatalStartupException e) {
            throw new SandboxProblem(
                    "port " + port
                            + (inUse(e)
                                    ? " is in use: stop what listens there, or"
                                    : " cannot be opened (" + why(e) + "):")
                            + " choose another with --" + crm + "-port (0 takes any free one)",
                    e);
        }
    }

    /** Where it answers. */
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static boolean inUse(Throwable e) {
        return why(e).contains("in use");
    }

    private static String why(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof BindException)) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static WireMockConfiguration configuration(int port, Extension... extensions) {
        WireMockConfiguration options = wireMockConfig()
                .bindAddress("127.0.0.1")
                .containerThreads(THREADS)
                .jettyAcceptQueueSize(256)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .gzipDisabled(true)
                .http2PlainDisabled(true)
                .stubRequestLoggingDisabled(true)
                .maxLoggedResponseSize(RequestLog.BODY_BYTES)
                .fileSource(NO_FILES)
                .withStores(new LoggedStores(new DefaultStores(NO_FILES), new RequestLog(LOG_ENTRIES)))
                .extensions(extensions);
        return port == 0 ? options.dynamicPort() : options.port(port);
    }
}
