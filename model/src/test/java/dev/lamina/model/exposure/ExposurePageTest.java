package dev.lamina.model.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.exposure.SystemScore.ComponentScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// `docs/exposure.md` says what the table of weights says. To write it anew: -Dlamina.record=true.
final class ExposurePageTest {

    @Test
    void pageIsMadeFromTheWeights() throws IOException {
        Path page = Conformance.checkout().resolve("docs/exposure.md");
        String expected = ExposurePage.of(samples());
        if (Boolean.getBoolean("lamina.record")) {
            Files.writeString(page, expected);
        }

        assertThat(page).hasContent(expected);
    }

    private static Map<String, ComponentScore> samples() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(
                "all that can be closed is closed",
                "uid: 101, readonly: true, noNewPrivileges: true, net: new, ipc: new, uts: new,"
                        + " annotations: {dev.lamina.seccomp: default}");
        keys.put("nothing but name and image, as LinuxKit runs it", "");
        keys.put(
                "a web server with CAP_CHOWN, CAP_NET_BIND_SERVICE, CAP_SETGID and CAP_SETUID, read-only",
                "readonly: true, capabilities: [CAP_CHOWN, CAP_NET_BIND_SERVICE, CAP_SETGID, CAP_SETUID]");
        keys.put("CAP_NET_ADMIN in the network of the system", "capabilities: [CAP_NET_ADMIN]");
        keys.put(
                "CAP_SYS_ADMIN and all block devices",
                "capabilities: [CAP_SYS_ADMIN], devices: [{path: all, type: b}]");
        keys.put("the socket of containerd", "binds: ['/run/containerd/containerd.sock:/containerd.sock']");
        keys.put("all capabilities", "capabilities: [all]");
        keys.put("all capabilities, all processes and all files", "capabilities: [all], pid: host, binds: ['/:/host']");
        Map<String, ComponentScore> samples = new LinkedHashMap<>();
        keys.forEach((description, text) -> samples.put(description, Scoring.service(text)));
        return samples;
    }
}
