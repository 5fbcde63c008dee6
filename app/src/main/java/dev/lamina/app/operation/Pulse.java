package dev.lamina.app.operation;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Whether something goes on, where finding out takes a while: an answer holds for some time.
final class Pulse implements BooleanSupplier {
    private final BooleanSupplier question;
    private final long lasts;
    private boolean answer;
    private long asked;
    private boolean known;

    Pulse(BooleanSupplier question, Duration lasts) {
        this.question = question;
        this.lasts = lasts.toNanos();
    }

    @Override
    public synchronized boolean getAsBoolean() {
        long now = System.nanoTime();
        if (!known || now - asked > lasts) {
            answer = question.getAsBoolean();
            asked = now;
            known = true;
        }
        return answer;
    }
}
