package dev.lamina.app.doctor;

import java.time.Duration;
import java.util.List;

/// A check that is to be made.
///
/// @param patience how long it may take
/// @param answer asks the computer; may throw whatever it likes
record Question(String id, Group group, String title, String why, boolean required, Duration patience, Answer answer) {
    /// All of them together are to take less than two seconds, and they run at once.
    private static final Duration PATIENCE = Duration.ofMillis(1400);

    interface Answer {
        Finding find() throws Exception;
    }

    static Question of(Group group, String id, String title, String why, Answer answer) {
        return new Question(id, group, title, why, false, PATIENCE, answer);
    }

    /// The main work needs it.
    Question needed() {
        return new Question(id, group, title, why, true, patience, answer);
    }

    Question within(Duration longer) {
        return new Question(id, group, title, why, required, longer, answer);
    }

    Check answered(Finding finding) {
        return new Check(id, group, title, why, required, finding);
    }

    /// Those who ask about one thing.
    interface Family {
        List<Question> questions();
    }
}
