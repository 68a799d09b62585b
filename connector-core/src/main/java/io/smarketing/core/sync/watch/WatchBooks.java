package io.smarketing.core.sync.watch;

import io.smarketing.core.commitment.CommitmentBook;
import io.smarketing.core.feedback.FeedbackBook;
import io.smarketing.core.handoff.HandoffBook;

/** The books that the watch keeps. */
public record WatchBooks(ClockBook clocks, CommitmentBook commitments, FeedbackBook feedback, HandoffBook handoffs) {}
