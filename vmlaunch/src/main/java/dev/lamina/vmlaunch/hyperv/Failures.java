package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.problem.ProblemKind;
import dev.lamina.vmlaunch.natives.HostComputeException;
import dev.lamina.vmlaunch.process.SafeWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Says in plain words what the Host Compute Service says in numbers and documents.
final class Failures {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 600;

    private Failures() {}

    /// Does something with the service.
    ///
    /// @param what part of a sentence: `Hyper-V cannot WHAT`
    static <T> T explained(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (HostComputeException e) {
            throw of(what, e);
        }
    }

    static LaminaException of(String what, HostComputeException failure) {
        String message = "Hyper-V cannot " + what + ": " + reason(failure);
        Optional<Trouble> trouble = Trouble.of(failure.hresult());
        return exception(
                trouble.map(Trouble::kind).orElse(ProblemKind.EXTERNAL),
                message,
                trouble.map(Trouble::hint).orElse(null),
                failure);
    }

    private static LaminaException exception(
            ProblemKind kind, String message, @Nullable String hint, HostComputeException cause) {
        return switch (kind) {
            case INPUT -> new InputException(message, hint, cause);
            case ENVIRONMENT -> new EnvironmentException(message, hint, cause);
            case EXTERNAL, USAGE, CANCELLED -> new ExternalException(message, hint, cause);
        };
    }

    /// The meaning of the number, and what the service says beside it, which is often more to the point.
    static String reason(HostComputeException failure) {
        String known = Trouble.of(failure.hresult())
                .map(Trouble::reason)
                .orElseGet(() -> "%s failed with 0x%08X".formatted(failure.call(), failure.hresult()));
        String said = failure.resultDocument().map(Failures::said).orElse("");
        return said.isEmpty() ? known : known + " (" + said + ")";
    }

    /// The messages of a `ResultError`, once each; without any the general one.
    static String said(String document) {
        try {
            JsonNode result = JSON.readTree(document);
            List<String> events = result.path("ErrorEvents")
                    .valueStream()
                    .map(event -> event.path("Message").asString(""))
                    .map(Failures::plain)
                    .filter(message -> !message.isEmpty())
                    .distinct()
                    .toList();
            return events.isEmpty() ? plain(result.path("ErrorMessage").asString("")) : cut(String.join(" ", events));
        } catch (JacksonException e) {
            return "";
        }
    }

    /// On one line, not longer than people read, and nothing that a terminal would obey.
    static String plain(String message) {
        return cut(SafeWords.of(message).replaceAll("\\s+", " "));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
