package io.smarketing.sandbox.org.soap;

import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.org.rest.Quota;
import io.smarketing.sandbox.org.signin.Sessions;
import io.smarketing.sandbox.org.soap.xml.Element;
import io.smarketing.sandbox.org.soap.xml.Xml;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SOAP endpoints: opens the envelope, checks session and version, counts the call, hands it on. */
public final class Soap {

    private static final Pattern PATH = Pattern.compile("/services/Soap/([um])/(\\d{1,3})\\.0(?:/.*)?");
    private static final int OLDEST = 31;
    private static final int NEWEST = 68;
    private static final int WITHOUT_LOGIN = 65;

    private final Sessions sessions;
    private final Quota quota;
    private final Switches switches;
    private final PartnerCalls partner;
    private final MetadataCalls metadata;

    public Soap(Sessions sessions, Quota quota, Switches switches, PartnerCalls partner, MetadataCalls metadata) {
        this.sessions = sessions;
        this.quota = quota;
        this.switches = switches;
        this.partner = partner;
        this.metadata = metadata;
    }

    /** True for a request that is for these endpoints. */
    public static boolean isFor(Ask ask) {
        return ask.path().startsWith("/services/Soap/");
    }

    public Answer answer(Ask ask) {
        Matcher path = PATH.matcher(ask.path());
        boolean known = path.matches();
        Dialect dialect = known && path.group(1).equals("m") ? Dialect.METADATA : Dialect.PARTNER;
        try {
            if (!known) {
                throw new SoapFault("UNSUPPORTED_API_VERSION", "Invalid Api version specified on URL");
            }
            return answer(ask, dialect, Integer.parseInt(path.group(2)));
        } catch (SoapFault e) {
            return dialect.fault(e);
        }
    }

    private Answer answer(Ask ask, Dialect dialect, int version) throws SoapFault {
        if (version < OLDEST || version > NEWEST) {
            throw new SoapFault("UNSUPPORTED_API_VERSION", "Invalid Api version specified on URL");
        }
        Element envelope = Element.parse(ask.body())
                .filter(e -> e.name().equals("Envelope"))
                .orElseThrow(() -> new SoapFault("Client", "The request is no SOAP envelope"));
        Element call = envelope.child("Body").stream()
                .flatMap(b -> b.children().stream())
                .findFirst()
                .orElseThrow(() -> new SoapFault("Client", "The SOAP body is empty"));
        if (call.name().equals("login")) {
            throw login(version);
        }
        Optional<String> session =
                envelope.child("Header").flatMap(h -> h.child("SessionHeader")).map(h -> h.text("sessionId"));
        if (!session.map(sessions::use).orElse(false)) {
            throw SoapFault.noSession();
        }
        if (!quota.take()) {
            throw new SoapFault("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
        }
        return dialect == Dialect.METADATA
                ? dialect.answer(call.name(), metadata.answer(call, switches.on("no-metadata-permission")), "")
                : dialect.answer(call.name(), partner.answer(call, ask), limits());
    }

    private static SoapFault login(int version) {
        return version >= WITHOUT_LOGIN
                ? new SoapFault(
                        "INVALID_OPERATION",
                        "SOAP Login operation is not available in the API version specified (" + version + ".0)")
                : new SoapFault("INVALID_OPERATION", "SOAP API login() is disabled by default in this org.");
    }

    private String limits() {
        return new Xml()
                .open("LimitInfoHeader")
                .open("limitInfo")
                .leaf("current", quota.used())
                .leaf("limit", quota.limit())
                .leaf("type", "API REQUESTS")
                .close("limitInfo")
                .close("LimitInfoHeader")
                .toString();
    }
}
