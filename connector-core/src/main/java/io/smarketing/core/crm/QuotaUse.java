package io.smarketing.core.crm;

import java.util.OptionalLong;

/**
 * Calls used.
 *
 * @param calls calls made by this process
 * @param dailyUsed calls of the day used by everybody, as the CRM last told
 * @param dailyLimit the day's calls, as the CRM last told
 */
public record QuotaUse(long calls, OptionalLong dailyUsed, OptionalLong dailyLimit) {}
