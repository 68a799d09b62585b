package io.smarketing.salesforce.soap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sforce.soap.metadata.Error;
import com.sforce.soap.partner.fault.ApiFault;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.SoapFaultException;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.http.HttpAnswer;
import io.smarketing.salesforce.error.SalesforceFailures;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What it means when a SOAP call, or one component of it, fails. */
final class SoapFailures {

    private static final String NEEDED =
            "grant the integration user the permission 'Modify Metadata Through Metadata API"
                    + " Functions' (for permission sets also 'Manage Profiles and Permission Sets'), or run this command once"
                    + " with an administrator's connection";

    private SoapFailures() {}

    /** True if the session is over, so that the same call can be made with another. */
    static boolean isSessionOver(ConnectionException e) {
        return code(e).equals("INVALID_SESSION_ID");
    }

    /** What a failed call means; faults mean the same as over REST. */
    static CrmException of(ConnectionException e) {
        String code = code(e);
        if (code.startsWith("INSUFFICIENT_ACCESS")) {
            return new CrmException(FailureKind.FORBIDDEN, "Salesforce does not let us set up fields: " + NEEDED + ".");
        }
        if (!code.isEmpty()) {
            ArrayNode body = JsonNodeFactory.instance.arrayNode();
            body.addObject().put("errorCode", code).put("message", message(e));
            return new SalesforceFailures().read(new HttpAnswer(400, Map.of(), body, Instant.EPOCH));
        }
        return e.getCause() instanceof IOException io
                ? new CrmException(
                        FailureKind.UNREACHABLE,
                        "Salesforce's SOAP API does not answer (" + message(io) + "): run it again.")
                : new CrmException(
                        FailureKind.MISUNDERSTOOD,
                        "Salesforce's SOAP API answers in words that this version does not know: run it again; if"
                                + " that does not help, set the part up by hand.");
    }

    /** Why it is not known what came of a call that writes. */
    static String unknown(ConnectionException e) {
        return "it is not known what came of it (" + of(e).getMessage() + ")";
    }

    /** What speaks against one component, with the remedy. Nothing in it is of a person: it speaks of set-up only. */
    static String sentence(Error[] errors) {
        return Arrays.stream(errors)
                .map(e -> e.getStatusCode().name().startsWith("INSUFFICIENT_ACCESS")
                        ? NEEDED
                        : "Salesforce says: " + e.getMessage() + " (" + e.getStatusCode() + ")")
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String code(ConnectionException e) {
        return e instanceof SoapFaultException fault && fault.getFaultCode() != null
                ? fault.getFaultCode().getLocalPart()
                : "";
    }

    /** The partner API's faults keep their words in a place of their own. */
    private static String message(Exception e) {
        if (e instanceof ApiFault fault) {
            return Optional.ofNullable(fault.getExceptionMessage()).orElse("");
        }
        return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }
}
