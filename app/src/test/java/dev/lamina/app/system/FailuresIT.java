package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.GuestEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the init says about containers that fail, and why they did.
final class FailuresIT {
    private static final String SYSTEM = BootedSystem.BASE + """
            onboot:
              - name: hungry
                image: lamina/dhcp
                resources: {memory: {limit: 8388608}}
                command: [/bin/sh, -c, "echo eating; exec tail /dev/zero"]
            services:
              - name: says
                image: lamina/dhcp
                command: [/bin/sh, -c, "echo fine; echo it cannot be done >&2; echo; exit 3"]
              - name: silent
                image: lamina/dhcp
                command: [/bin/sh, -c, "exit 4"]
              - name: done
                image: lamina/dhcp
                command: [/bin/true]
              - name: hungry-child
                image: lamina/dhcp
                cgroupsPath: kitchen
                resources: {memory: {limit: 16777216}}
                command: [/bin/sh, -c, "tail /dev/zero; exit 5"]
              - name: crashed
                image: lamina/dhcp
                command: [/bin/sh, -c, "sh -c 'echo bad pointer; kill -SEGV $$'; exit $?"]
              - name: killed
                image: lamina/dhcp
                pid: host
                command: [/bin/sh, -c, "kill -KILL $$"]
              - name: no-program
                image: lamina/dhcp
                command: [/usr/bin/foo, bar]
              - name: no-word
                image: lamina/dhcp
                command: [foo]
              - name: no-interpreter
                image: lamina/dhcp
                binds: ["/etc/script:/bin/vi"]
                command: [/bin/vi]
              - name: no-bind
                image: lamina/dhcp
                binds: ["/no/such/folder:/mnt"]
              - name: no-directory
                image: lamina/dhcp
                cwd: /nowhere
              - name: no-right
                image: lamina/dhcp
                binds: ["/etc/hostname:/bin/vi"]
                command: [/bin/vi]
              - name: no-file
                image: lamina/dhcp
                command: [/usr]
            files:
              - path: etc/hostname
                contents: "testbed\\n"
                mode: "0644"
              - path: etc/script
                contents: "#!/usr/bin/python3\\n"
                mode: "0755"
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void eachFailureIsToldWithItsReason() throws Exception {
        try (BootedSystem system = boot()) {
            system.ready();
            system.waitFor(() -> ends(system).size() == 14);

            assertThat(ends(system))
                    .isEqualTo(new TreeMap<>(Map.ofEntries(
                            Map.entry("hungry", "exit 137 out of memory (limit 8M)"),
                            Map.entry("says", "exit 3 it cannot be done"),
                            Map.entry("silent", "exit 4 "),
                            Map.entry("done", "exit 0 -"),
                            Map.entry("hungry-child", "exit 5 out of memory (limit 16M)"),
                            Map.entry("crashed", "exit 139 killed by signal 11 (SEGV): Segmentation fault"),
                            Map.entry("killed", "exit 137 killed by signal 9 (KILL)"),
                            Map.entry("no-program", "failed 1 no such file: /usr/bin/foo"),
                            Map.entry("no-word", "failed 1 no such file: foo, looked for in PATH"),
                            Map.entry(
                                    "no-interpreter",
                                    "exit 1 no such file: the interpreter or loader, which runs /bin/vi"),
                            Map.entry("no-bind", "failed 1 no such file: /no/such/folder, the source of a bind"),
                            Map.entry("no-directory", "failed 1 no such directory: /nowhere"),
                            Map.entry("no-right", "failed 1 not executable: /bin/vi"),
                            Map.entry("no-file", "failed 1 not a program: /usr"))));
            assertThat(system.exec("cat /run/lamina/supervisor.log")).isEmpty();
        }
    }

    private BootedSystem boot() throws IOException {
        return BootedSystem.start(Files.writeString(folder.resolve("failures.yml"), SYSTEM));
    }

    /// The newest end of each container: kind, code, reason.
    private static Map<String, String> ends(BootedSystem system) {
        return system.events().stream()
                .filter(event -> List.of("exit", "failed").contains(event.kind()))
                .collect(Collectors.toMap(
                        event -> event.field("name").orElseThrow(),
                        FailuresIT::end,
                        (first, second) -> second,
                        TreeMap::new));
    }

    private static String end(GuestEvent event) {
        return event.kind() + " " + event.field("code").orElse("?") + " "
                + event.field("reason").orElse("-");
    }
}
