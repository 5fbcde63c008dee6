package dev.lamina.app.studio.live;

import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.session.Live;
import dev.lamina.vmlaunch.GuestControl;
import dev.lamina.vmlaunch.VmHandle;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Asks the running system something, in the background.
final class GuestCalls {
    private static final int LONGEST = 500;

    private final Live live;
    private final Background background;

    GuestCalls(Live live, Background background) {
        this.live = live;
        this.background = background;
    }

    /// Whether there is anybody to ask.
    boolean possible() {
        return live.machine().get().isPresent();
    }

    /// @param refused gets what to tell the user when there is no answer
    <T> void ask(Function<GuestControl, T> question, Consumer<T> answer, Consumer<String> refused) {
        Optional<VmHandle> machine = live.machine().get();
        if (machine.isEmpty()) {
            refused.accept(LiveWords.TEXTS.get("off"));
            return;
        }
        background.aside(
                () -> question.apply(machine.get().control()),
                answer,
                problem -> refused.accept(LiveWords.TEXTS.get("refused", words(problem))));
    }

    /// A guest that refuses may say why, at any length.
    private static String words(Exception problem) {
        String all = Objects.requireNonNullElse(problem.getMessage(), problem.toString());
        return all.length() > LONGEST ? Printable.of(all.substring(0, LONGEST)) + " …" : Printable.of(all);
    }
}
