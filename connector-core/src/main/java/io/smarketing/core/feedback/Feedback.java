package io.smarketing.core.feedback;

import java.util.Optional;

/** A lead that was sent back, with marketing's answer, if there is one. */
public record Feedback(Returned lead, Optional<Answer> answer) {}
