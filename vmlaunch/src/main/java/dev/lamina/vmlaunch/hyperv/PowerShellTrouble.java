package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.problem.LaminaException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What the cmdlets of Hyper-V complain of, by the identifiers of their errors, which are not translated.
enum PowerShellTrouble {
    NO_CMDLETS(
            "CommandNotFoundException.*|CouldNotAutoLoadModule.*",
            "this Windows has no Hyper-V for machines in the background",
            "turn on 'Hyper-V' in the Windows features (editions Pro, Enterprise, Education and Server) and restart"),
    ACCESS_DENIED(
            "(Unauthorized|AccessDenied|PermissionDenied).*",
            Trouble.ACCESS_DENIED.reason(),
            Trouble.ACCESS_DENIED.hint()),
    NOT_ENOUGH_MEMORY("OutOfMemory.*", Trouble.NO_MEMORY.reason(), Trouble.NO_MEMORY.hint());

    private final Pattern identifier;
    private final String reason;
    private final String hint;

    PowerShellTrouble(String identifier, String reason, String hint) {
        this.identifier = Pattern.compile(identifier);
        this.reason = reason;
        this.hint = hint;
    }

    /// @param answer with the error's `message` and its identifier, `error`
    static LaminaException of(String what, JsonNode answer) {
        String error = answer.path("error").asString("");
        Optional<PowerShellTrouble> known = Arrays.stream(values())
                .filter(trouble -> trouble.identifier.matcher(error).matches())
                .findFirst();
        if (known.isPresent()) {
            return new EnvironmentException("Hyper-V cannot " + what + ": " + known.get().reason, known.get().hint);
        }
        String said = Failures.plain(answer.path("message").asString("PowerShell does not say why"));
        return new ExternalException("Hyper-V cannot " + what + ": " + said, null);
    }
}
