package dev.lamina.vmlaunch.hyperv;

import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmExit.Reason;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the Host Compute Service says of a machine that has ended: `{"Status":…,"ExitType":"…"}`.
record ExitDocument(int status, String type) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ExitDocument parse(String document) {
        try {
            JsonNode node = JSON.readTree(document);
            // The number is unsigned in some versions.
            return new ExitDocument(
                    (int) node.path("Status").asLong(0),
                    node.path("ExitType").asString("").replaceAll("[^A-Za-z]", ""));
        } catch (JacksonException e) {
            return new ExitDocument(0, "");
        }
    }

    /// @param stopped we ended it
    /// @param crash what the guest's console said of its end
    VmExit exit(boolean stopped, Optional<String> crash) {
        if (stopped) {
            return new VmExit(Reason.STOPPED, status, "the machine was stopped");
        }
        if (crash.isPresent()) {
            return new VmExit(Reason.FAILED, status, crash.get());
        }
        if (status < 0) {
            return new VmExit(Reason.FAILED, status, failure());
        }
        return switch (type) {
            case "ForcedExit" -> new VmExit(Reason.STOPPED, status, "the machine was stopped from outside");
            case "UnexpectedExit" -> new VmExit(Reason.FAILED, status, "the machine ended unexpectedly");
            // Also that of a version which does not say how.
            default -> new VmExit(Reason.POWERED_OFF, status, "the guest powered off");
        };
    }

    private String failure() {
        return Trouble.of(status)
                .map(Trouble::reason)
                .orElseGet(() -> "the machine ended with error 0x%08X".formatted(status));
    }
}
