package io.smarketing.salesforce.soap;

import com.sforce.ws.ConnectorConfig;
import com.sforce.ws.transport.Transport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** One SOAP call on our HTTP client; it is sent once, whatever happens. */
final class SoapTransport implements Transport {

    private static final MediaType XML = MediaType.get("text/xml; charset=UTF-8");
    private static final String ENVELOPE = "Envelope";

    private final OkHttpClient client;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final Map<String, String> headers = new HashMap<>();
    private String url = "";
    private boolean successful;

    /** @param client must not repeat a request by itself: a lost create would become two */
    SoapTransport(OkHttpClient client) {
        this.client = client;
    }

    @Override
    public void setConfig(ConnectorConfig config) {
        if (config.getHeaders() != null) {
            headers.putAll(config.getHeaders());
        }
    }

    @Override
    public OutputStream connect(String endpoint, String soapAction) {
        headers.put("SOAPAction", "\"" + soapAction + "\"");
        url = endpoint;
        return sent;
    }

    @Override
    public OutputStream connect(String endpoint, HashMap<String, String> more) {
        headers.putAll(more);
        url = endpoint;
        return sent;
    }

    @Override
    public OutputStream connect(String endpoint, HashMap<String, String> more, boolean compressed) {
        return connect(endpoint, more);
    }

    @Override
    public InputStream getContent() throws IOException {
        Request.Builder request = new Request.Builder().url(url).post(RequestBody.create(sent.toByteArray(), XML));
        headers.forEach(request::header);
        try (Response response = client.newCall(request.build()).execute()) {
            byte[] body = response.body().bytes();
            if (!new String(body, StandardCharsets.UTF_8).contains(ENVELOPE)) {
                // a gateway's page; the library would not tell its status
                throw new IOException("status " + response.code() + " without a SOAP answer");
            }
            successful = response.code() < 400;
            return new ByteArrayInputStream(body);
        }
    }

    @Override
    public boolean isSuccessful() {
        return successful;
    }
}
