package dev.lamina.vmlaunch;

import dev.lamina.model.problem.ExternalException;
import java.util.stream.Collectors;

/// A text did not appear on the console. The message ends with the last lines of the console and what failed.
public final class ConsoleTextMissingException extends ExternalException {
    private final transient WatchResult result;

    ConsoleTextMissingException(WatchResult result) {
        super(message(result), result.hint().orElse(null));
        this.result = result;
    }

    public WatchResult result() {
        return result;
    }

    private static String message(WatchResult result) {
        String when = switch (result.outcome()) {
            case SEEN -> throw new IllegalArgumentException("the text was seen");
            case TIMEOUT -> "did not appear on the console within " + seconds(result);
            case EXITED -> "did not appear on the console before the machine ended after " + seconds(result);
            case FAILED -> "did not appear on the console: the guest failed after " + seconds(result);
        };
        String because =
                result.reason().map(reason -> "; likely reason: " + reason).orElse("");
        String lines = result.lastLines().isEmpty()
                ? "\nthe console is empty"
                : result.lastLines().stream()
                        .collect(Collectors.joining("\n  | ", "\nlast lines of the console:\n  | ", ""));
        String explained = BootReport.of(result.failures());
        return "'" + result.text() + "' " + when + because + lines + (explained.isEmpty() ? "" : "\n" + explained);
    }

    private static String seconds(WatchResult result) {
        return Math.round(result.after().toMillis() / 100.0) / 10.0 + " s";
    }
}
