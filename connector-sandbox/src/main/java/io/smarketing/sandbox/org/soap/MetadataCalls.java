package io.smarketing.sandbox.org.soap;

import io.smarketing.sandbox.org.soap.deploy.Deployments;
import io.smarketing.sandbox.org.soap.metadata.Desk;
import io.smarketing.sandbox.org.soap.metadata.Desk.Save;
import io.smarketing.sandbox.org.soap.xml.Element;
import java.util.List;

/** The calls of the Metadata API that the org takes. */
public final class MetadataCalls {

    private static final int MOST = 10;

    private final Desk desk;
    private final Deployments deployments;

    public MetadataCalls(Desk desk, Deployments deployments) {
        this.desk = desk;
        this.deployments = deployments;
    }

    /** What stands inside the response. */
    String answer(Element call, boolean forbidden) throws SoapFault {
        if (forbidden) {
            throw new SoapFault(
                    "INSUFFICIENT_ACCESS",
                    "use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions");
        }
        return switch (call.name()) {
            case "createMetadata" -> desk.save(few(call.all("metadata")), Save.CREATE);
            case "updateMetadata" -> desk.save(few(call.all("metadata")), Save.UPDATE);
            case "upsertMetadata" -> desk.save(few(call.all("metadata")), Save.UPSERT);
            case "readMetadata" -> read(call);
            case "listMetadata" ->
                desk.list(call.all("queries").stream().map(q -> q.text("type")).toList());
            case "describeMetadata" -> desk.describe();
            case "deploy" -> deployments.deploy(call);
            case "checkDeployStatus" ->
                deployments
                        .status(call)
                        .orElseThrow(() -> new SoapFault("INVALID_ID_FIELD", "there is no such deployment"));
            default ->
                throw new SoapFault("UNKNOWN_EXCEPTION", "this sandbox does not do " + call.name() + " over SOAP");
        };
    }

    private String read(Element call) throws SoapFault {
        if (!desk.knows(call.text("type"))) {
            throw new SoapFault("INVALID_TYPE", "Unknown type: " + call.text("type"));
        }
        return desk.read(
                call.text("type"),
                few(call.all("fullNames")).stream().map(Element::text).toList());
    }

    private static List<Element> few(List<Element> all) throws SoapFault {
        if (all.size() > MOST) {
            throw new SoapFault(
                    "EXCEEDED_ID_LIMIT", "record limit reached. cannot submit more than " + MOST + " records");
        }
        return all;
    }
}
