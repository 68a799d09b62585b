package io.smarketing.salesforce.soap;

import com.sforce.soap.metadata.DeployOptions;
import com.sforce.soap.metadata.DeployResult;
import com.sforce.soap.metadata.Error;
import com.sforce.soap.metadata.FileProperties;
import com.sforce.soap.metadata.ListMetadataQuery;
import com.sforce.soap.metadata.Metadata;
import com.sforce.soap.metadata.MetadataConnection;
import com.sforce.soap.metadata.SaveResult;
import com.sforce.ws.ConnectionException;
import io.smarketing.http.Login;
import io.smarketing.salesforce.soql.Batches;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** Salesforce's Metadata API. What writes is sent once only. */
public final class MetadataApi {

    /** The version that the library speaks: it reads no newer one. */
    public static final double VERSION = 62.0;

    private static final String PATH = "/services/Soap/m/" + VERSION;
    private static final int AT_ONCE = 10;

    private final SoapSession session;

    public MetadataApi(OkHttpClient client, Login login) {
        this.session = SoapSession.of(client, login, PATH);
    }

    /** The components of that type that are there, by name; those that are not are left out. */
    public <T extends Metadata> Map<String, T> read(Class<T> type, List<String> names) {
        Map<String, T> found = new LinkedHashMap<>();
        for (List<String> some : Batches.rows(names, AT_ONCE)) {
            Metadata[] records = asked(c -> c.readMetadata(type.getSimpleName(), some.toArray(String[]::new))
                    .getRecords());
            Arrays.stream(records)
                    .filter(Objects::nonNull)
                    .filter(r -> r.getFullName() != null)
                    .forEach(r -> found.put(r.getFullName(), type.cast(r)));
        }
        return found;
    }

    /** The names of all components of a type. */
    public List<String> names(Class<? extends Metadata> type) {
        ListMetadataQuery query = new ListMetadataQuery();
        query.setType(type.getSimpleName());
        FileProperties[] listed = asked(c -> c.listMetadata(new ListMetadataQuery[] {query}, VERSION));
        return Arrays.stream(listed).map(FileProperties::getFullName).toList();
    }

    /** Creates components of one type; what speaks against each that was not, by its name. */
    public Map<String, String> create(List<? extends Metadata> components) {
        return saved(components, MetadataConnection::createMetadata);
    }

    /** Replaces components of one type; what speaks against each that was not, by its name. */
    public Map<String, String> update(List<? extends Metadata> components) {
        return saved(components, MetadataConnection::updateMetadata);
    }

    /** Hands a package over; the number under which the org tells later what came of it. */
    String deploy(byte[] zip, boolean checkOnly) {
        DeployOptions options = new DeployOptions();
        options.setCheckOnly(checkOnly);
        options.setRollbackOnError(true);
        options.setSinglePackage(true);
        return asked(c -> c.deploy(zip, options).getId());
    }

    /** How far a deployment is. */
    DeployResult deployment(String id) {
        return asked(c -> c.checkDeployStatus(id, true));
    }

    /** A call of the library that writes. */
    @FunctionalInterface
    private interface Save {
        SaveResult[] on(MetadataConnection connection, Metadata[] components) throws ConnectionException;
    }

    private Map<String, String> saved(List<? extends Metadata> components, Save save) {
        Map<String, String> refusals = new LinkedHashMap<>();
        List<Metadata> all = new ArrayList<>(components);
        for (List<Metadata> some : Batches.rows(all, AT_ONCE)) {
            try {
                SaveResult[] results =
                        session.call(MetadataConnection::new, c -> save.on(c, some.toArray(Metadata[]::new)));
                for (SaveResult result : results) {
                    if (!result.isSuccess()) {
                        refusals.put(result.getFullName(), SoapFailures.sentence(errors(result)));
                    }
                }
            } catch (ConnectionException e) {
                throwIfRefused(e);
                some.forEach(c -> refusals.put(c.getFullName(), SoapFailures.unknown(e)));
            }
        }
        return refusals;
    }

    /** A fault is an answer: nothing was done, and the next call would get the same. Anything else leaves it open. */
    private static void throwIfRefused(ConnectionException e) {
        if (e instanceof com.sforce.ws.SoapFaultException) {
            throw SoapFailures.of(e);
        }
    }

    private static Error[] errors(SaveResult result) {
        return Optional.ofNullable(result.getErrors()).orElse(new Error[0]);
    }

    /** A call that only reads. */
    private <T> T asked(SoapSession.Call<MetadataConnection, T> call) {
        try {
            return session.call(MetadataConnection::new, call);
        } catch (ConnectionException e) {
            throw SoapFailures.of(e);
        }
    }
}
