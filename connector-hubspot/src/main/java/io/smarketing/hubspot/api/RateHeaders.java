package io.smarketing.hubspot.api;

import io.smarketing.http.Bucket;
import io.smarketing.http.HttpAnswer;
import io.smarketing.http.Limits;
import io.smarketing.http.Rate;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** What HubSpot's headers tell of its limits. Searches bear none, and OAuth apps are not told the day's calls. */
public final class RateHeaders implements Limits.Reader {

    /** The lowest tier's rates; a header tells better for most calls. */
    public static final Map<Bucket, Rate> RATES = Map.of(
            Bucket.GENERAL, new Rate(100, Duration.ofSeconds(10)),
            Bucket.SEARCH, new Rate(5, Duration.ofSeconds(1)),
            Bucket.LINKS, new Rate(100, Duration.ofSeconds(10)));

    @Override
    public Limits read(HttpAnswer answer) {
        OptionalLong daily = number(answer, "x-hubspot-ratelimit-daily");
        OptionalLong left = number(answer, "x-hubspot-ratelimit-daily-remaining");
        OptionalLong used = daily.isPresent() && left.isPresent()
                ? OptionalLong.of(daily.getAsLong() - left.getAsLong())
                : OptionalLong.empty();
        return new Limits(burst(answer), used, daily);
    }

    private static OptionalInt burst(HttpAnswer answer) {
        boolean perTenSeconds = answer.header("x-hubspot-ratelimit-interval-milliseconds")
                .map("10000"::equals)
                .orElse(true);
        LongStream max = number(answer, "x-hubspot-ratelimit-max").stream();
        return perTenSeconds ? max.mapToInt(Math::toIntExact).findFirst() : OptionalInt.empty();
    }

    private static OptionalLong number(HttpAnswer answer, String header) {
        return answer.header(header).filter(v -> v.matches("\\d{1,9}")).stream()
                .mapToLong(Long::parseLong)
                .findFirst();
    }
}
