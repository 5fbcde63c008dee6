package dev.lamina.app.studio.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RowFormatTest {
    private static RowFormat format(String path) {
        return RowFormat.of(FieldSpecs.of(FormKind.CONTAINER).stream()
                .filter(spec -> spec.path().equals(path))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void bindsHaveThreeParts() {
        RowFormat binds = format("binds");
        Object written = List.of("/etc/ssl:/etc/ssl:ro", "data:/var/lib/data");
        assertThat(binds.rows(written))
                .containsExactly(
                        Map.of("source", "/etc/ssl", "destination", "/etc/ssl", "options", "ro"),
                        Map.of("source", "data", "destination", "/var/lib/data"));
        assertThat(binds.value(binds.rows(written))).isEqualTo(written);
    }

    @Test
    void mountsKeepListsAndMappingsInTheirColumns() {
        RowFormat mounts = format("mounts");
        Object written = List.of(Map.of(
                "destination", "/data",
                "type", "bind",
                "source", "/var/data",
                "options", List.of("rbind", "ro"),
                "uidmappings", List.of(Map.of("containerID", 0L, "hostID", 1000L, "size", 1L))));
        assertThat(mounts.rows(written).getFirst())
                .containsEntry("options", "rbind, ro")
                .containsEntry("uidmappings", "0:1000:1");
        assertThat(mounts.value(mounts.rows(written))).isEqualTo(written);
    }

    @Test
    void devicesHaveNumbers() {
        RowFormat devices = format("devices");
        Object written = List.of(Map.of("path", "/dev/kmsg", "type", "c", "major", 1L, "minor", 11L, "mode", "0666"));
        assertThat(devices.value(devices.rows(written))).isEqualTo(written);
    }

    @Test
    void rulesOfDevicesHaveTruths() {
        RowFormat rules = format("resources.devices");
        Object written = List.of(Map.of("allow", false, "access", "rwm"));
        assertThat(rules.value(rules.rows(written))).isEqualTo(written);
    }

    @Test
    void settingsAreNamesAndValues() {
        RowFormat sysctl = format("sysctl");
        Object written = Map.of("net.ipv4.ip_forward", "1");
        assertThat(sysctl.rows(written)).containsExactly(Map.of("name", "net.ipv4.ip_forward", "value", "1"));
        assertThat(sysctl.value(sysctl.rows(written))).isEqualTo(written);
    }

    @Test
    void limitsArePartedByCommas() {
        RowFormat rlimits = format("rlimits");
        assertThat(rlimits.rows(List.of("nofile,1024,unlimited")))
                .containsExactly(Map.of("name", "nofile", "soft", "1024", "hard", "unlimited"));
    }
}
