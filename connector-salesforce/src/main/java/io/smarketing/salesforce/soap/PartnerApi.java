package io.smarketing.salesforce.soap;

import com.sforce.soap.partner.DeletedRecord;
import com.sforce.soap.partner.GetDeletedResult;
import com.sforce.soap.partner.GetUpdatedResult;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.ws.ConnectionException;
import io.smarketing.http.Login;
import io.smarketing.salesforce.soql.SalesforceId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/** Salesforce's partner API, as far as it knows what REST queries do not: the lists of what was changed and deleted. */
public final class PartnerApi {

    /** The version that the library speaks: it reads no newer one. */
    private static final String PATH = "/services/Soap/u/65.0";

    private final SoapSession session;

    public PartnerApi(OkHttpClient client, Login login) {
        this.session = SoapSession.of(client, login, PATH);
    }

    /**
     * Records of one object, by id.
     *
     * @param covered up to when nothing can be added to the list any more
     */
    public record Span(Set<String> ids, Instant covered) {

        public Span {
            ids = Set.copyOf(ids);
        }
    }

    /** The org's time. */
    public Instant serverTime() {
        return asked(c -> c.getServerTimestamp().getTimestamp().toInstant());
    }

    /** What was changed in a span of time, whole minutes, at most 30 days ago. */
    public Span updated(String object, Instant from, Instant to) {
        GetUpdatedResult result = asked(c -> c.getUpdated(object, calendar(from), calendar(to)));
        return span(Arrays.stream(result.getIds()), result.getLatestDateCovered());
    }

    /** What was deleted in a span of time, whole minutes, at most 15 days ago; also what left the recycle bin since. */
    public Span deleted(String object, Instant from, Instant to) {
        GetDeletedResult result = asked(c -> c.getDeleted(object, calendar(from), calendar(to)));
        return span(Arrays.stream(result.getDeletedRecords()).map(DeletedRecord::getId), result.getLatestDateCovered());
    }

    private static Span span(Stream<String> ids, Calendar covered) {
        return new Span(ids.map(SalesforceId::normal).collect(Collectors.toSet()), covered.toInstant());
    }

    private static Calendar calendar(Instant at) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(at.toEpochMilli());
        return calendar;
    }

    private <T> T asked(SoapSession.Call<PartnerConnection, T> call) {
        try {
            return session.call(PartnerConnection::new, call);
        } catch (ConnectionException e) {
            throw SoapFailures.of(e);
        }
    }
}
