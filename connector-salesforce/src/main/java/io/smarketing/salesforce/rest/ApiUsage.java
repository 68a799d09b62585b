package io.smarketing.salesforce.rest;

import io.smarketing.http.HttpAnswer;
import io.smarketing.http.Limits;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code Sforce-Limit-Info} tells of the day's calls; Salesforce has no limit of shorter stretches. */
public final class ApiUsage implements Limits.Reader {

    private static final Pattern USAGE = Pattern.compile("(?:^|[;,\\s])api-usage=(\\d{1,15})/(\\d{1,15})");

    @Override
    public Limits read(HttpAnswer answer) {
        Matcher usage = USAGE.matcher(answer.header("sforce-limit-info").orElse(""));
        return usage.find()
                ? new Limits(OptionalInt.empty(), number(usage.group(1)), number(usage.group(2)))
                : Limits.UNTOLD;
    }

    private static OptionalLong number(String digits) {
        return OptionalLong.of(Long.parseLong(digits));
    }
}
