package io.smarketing.core.feedback;

import java.util.List;

/** Remembers the leads that sales sent back, and marketing's answers. */
public interface FeedbackBook {

    /** Stores leads that were sent back: of one that is known only a reason that was not given before. */
    void sentBack(List<Returned> leads);

    /** Stores answers; a lead that has one keeps it. */
    void answer(List<Answer> answers);

    /** Stores an answer that no CRM shows yet; a lead that has one keeps it. */
    void acknowledge(Answer answer);

    /** Answers that were acknowledged so and that no CRM is to show yet, at most so many. */
    List<Answer> unshown(int most);

    /** The CRMs are to show these. */
    void shown(List<Answer> answers);

    /** All leads that were sent back, the longest ago first. */
    List<Feedback> all();
}
