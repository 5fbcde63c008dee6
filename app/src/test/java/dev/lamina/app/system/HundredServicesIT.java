package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.VmExit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That many services are no trouble.
final class HundredServicesIT {
    private static final String SYSTEM = BootedSystem.BASE + """
            services:
            """;
    private static final String SERVICE = """
              - name: s%1$02d
                image: lamina/dhcp
                command: [/bin/sh, -c, "echo I am %1$d; exec sleep 86400"]
                annotations: {dev.lamina.restart: always}
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void aHundredServicesStartInTheirOrderAndStop() throws Exception {
        String services = IntStream.range(0, 100).mapToObj(SERVICE::formatted).collect(Collectors.joining());
        Path document = Files.writeString(folder.resolve("hundred.yml"), SYSTEM + services);
        try (BootedSystem system = BootedSystem.start(BootedSystem.HOME, Arch.AMD64, "512M", List.of(), document)) {
            system.ready();

            assertThat(names(system, "start"))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 100).mapToObj("s%02d"::formatted).toList());
            assertThat(names(system, "exit")).isEmpty();
            assertThat(names(system, "failed")).isEmpty();
            assertThat(system.exec("service list | grep -c ' running pid='")).isEqualTo("100\n");
            assertThat(system.exec("for log in /var/log/s*.log; do cat $log; done | sort | uniq | wc -l"))
                    .isEqualTo("100\n");
            assertThat(system.exec("cat /run/lamina/supervisor.log")).isEmpty();
            assertThat(system.vm().shutdown(BootedSystem.PATIENCE).reason()).isEqualTo(VmExit.Reason.POWERED_OFF);
        }
    }

    private static List<String> names(BootedSystem system, String kind) {
        return system.events().stream()
                .filter(event -> event.kind().equals(kind))
                .map(event -> event.field("name").orElseThrow())
                .toList();
    }
}
