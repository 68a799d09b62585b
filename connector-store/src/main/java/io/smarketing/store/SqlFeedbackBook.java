package io.smarketing.store;

import io.smarketing.core.feedback.Answer;
import io.smarketing.core.feedback.Feedback;
import io.smarketing.core.feedback.FeedbackBook;
import io.smarketing.core.feedback.Returned;
import io.smarketing.store.feedback.Returns;
import java.util.List;

/** The book of feedback over the tables. */
record SqlFeedbackBook(Books books) implements FeedbackBook {

    @Override
    public void sentBack(List<Returned> leads) {
        if (!leads.isEmpty()) {
            books.change(rows -> new Returns(rows).add(leads));
        }
    }

    @Override
    public void answer(List<Answer> answers) {
        if (!answers.isEmpty()) {
            books.change(rows -> new Returns(rows).answer(answers));
        }
    }

    @Override
    public void acknowledge(Answer answer) {
        books.change(rows -> new Returns(rows).acknowledge(answer));
    }

    @Override
    public List<Answer> unshown(int most) {
        return books.ask(rows -> new Returns(rows).unshown(most));
    }

    @Override
    public void shown(List<Answer> answers) {
        books.change(rows -> new Returns(rows).shown(answers));
    }

    @Override
    public List<Feedback> all() {
        return books.ask(rows -> new Returns(rows).all());
    }
}
