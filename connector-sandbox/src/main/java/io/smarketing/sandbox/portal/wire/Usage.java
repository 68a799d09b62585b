package io.smarketing.sandbox.portal.wire;

/**
 * What the portal has counted.
 *
 * @param calls requests received since birth, refused ones and token requests included
 * @param refused those answered 429
 * @param searches searches admitted
 * @param dailyUsed admitted calls since midnight in the account's zone
 * @param dailyLimit the account's daily limit
 */
public record Usage(long calls, long refused, long searches, int dailyUsed, int dailyLimit) {}
