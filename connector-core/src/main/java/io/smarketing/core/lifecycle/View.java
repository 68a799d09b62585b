package io.smarketing.core.lifecycle;

/**
 * What marketing knew of a lead when it handed it over; taken once in a pass.
 *
 * @param grade the word for its score; empty text if it had none
 * @param source where it came from; empty text if that is not known
 * @param record how leads of that source had fared, in a sentence; empty text if that was not told
 */
public record View(String grade, String source, String record) {}
