package io.smarketing.salesforce.soap;

import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import io.smarketing.http.Login;
import io.smarketing.http.Pass;
import okhttp3.OkHttpClient;

/**
 * The login under which SOAP calls are made. Each call has a connection of its own, since the library's hold the session
 * and are not safe to share; making one costs nothing. Nothing is sent twice but what was not looked at.
 *
 * @param path of the API with its version
 */
record SoapSession(OkHttpClient client, Login login, String path) {

    private static final String BEARER = "Bearer ";

    static SoapSession of(OkHttpClient client, Login login, String path) {
        OkHttpClient once = client.newBuilder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .build();
        return new SoapSession(once, login, path);
    }

    /** Makes a connection of the library; it calls nobody. */
    @FunctionalInterface
    interface Connect<C> {
        C with(ConnectorConfig config) throws ConnectionException;
    }

    /** A call of the library. */
    @FunctionalInterface
    interface Call<C, T> {
        T on(C connection) throws ConnectionException;
    }

    /** A call that is made once more, with a new login, if the session was over: then nothing was done. */
    <C, T> T call(Connect<C> connect, Call<C, T> call) throws ConnectionException {
        Pass pass = login.pass();
        try {
            return call.on(connect.with(config(pass)));
        } catch (ConnectionException e) {
            if (!SoapFailures.isSessionOver(e)) {
                throw e;
            }
            return call.on(connect.with(config(login.renew(pass))));
        }
    }

    private ConnectorConfig config(Pass pass) {
        ConnectorConfig config = new ConnectorConfig();
        // both, since the library falls back to a host inside Salesforce
        config.setAuthEndpoint(pass.base() + path);
        config.setServiceEndpoint(pass.base() + path);
        config.setSessionId(pass.authorization().substring(BEARER.length()));
        config.setCompression(false);
        config.setTransportFactory(() -> new SoapTransport(client));
        return config;
    }
}
