package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That what containers write is kept, up to a limit.
final class LogsIT {
    /// Of a container's log, both halves.
    private static final int LIMIT = 2 * 128 * 1024;

    private static final String SYSTEM = BootedSystem.BASE + """
            onboot:
              - name: much
                image: lamina/dhcp
                command: [/bin/sh, -c, "seq 100000"]
            services:
              - name: flood
                image: lamina/dhcp
                command: [/bin/busybox, "yes", "this goes on and on"]
              - name: zeros
                image: lamina/dhcp
                command: [/bin/cat, /dev/zero]
              - name: counter
                image: lamina/dhcp
                command:
                  - /bin/sh
                  - -c
                  - |
                    line=$(printf %0500d 0)
                    i=0
                    while :; do
                      i=$((i + 1))
                      echo "$i $line"
                      if [ $((i % 100)) = 0 ]; then sleep 0.2; fi
                    done
              - name: again
                image: lamina/dhcp
                annotations: {dev.lamina.restart: always}
                command: [/bin/sh, -c, "echo out; echo error >&2"]
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void aLogIsBoundedAndItsNewestLinesAreWhole() throws Exception {
        Path document = Files.writeString(folder.resolve("logs.yml"), SYSTEM);
        try (BootedSystem system = BootedSystem.start(document)) {
            system.ready();
            assertThat(system.exec("logs much | tail -n 2")).isEqualTo("99999\n100000\n");
            assertThat(
                            system.exec(
                                    "logs much | awk '{ if (NR > 1 && $0 != last + 1) bad++; last = $0 } END { print bad + 0 }'"))
                    .as("numbers that do not follow the one before")
                    .isEqualTo("0\n");
            assertThat(system.exec("logs -n 2 much")).isEqualTo("99999\n100000\n");
            system.event("restart", "again");
            system.event("exit", "again");
            assertThat(system.exec("logs again")).startsWith("out\nerror\nout\nerror\n");
            assertThat(system.vm().control().logs("again", BootedSystem.PATIENCE))
                    .startsWith("out\nerror\nout\nerror\n");

            // By now the flood has gone round many times.
            assertThat(system.exec(
                            "until [ -e /var/log/flood.log.cut ] && [ -e /var/log/zeros.log.cut ]; do sleep 0.2; done; "
                                    + "logs flood | sort | uniq | wc -l"))
                    .as("different lines, of which the newest may be half")
                    .isIn("1\n", "2\n");
            assertThat(system.exec("logs -n 2 flood | head -n 1")).isEqualTo("this goes on and on\n");
            // A log that is renamed at this moment is not there under its name.
            assertThat(Integer.parseInt(system.exec("cat /var/log/*.log /var/log/*.log.1 2>/dev/null | wc -c")
                            .strip()))
                    .isLessThanOrEqualTo(4 * LIMIT);

            assertThat(system.exec("timeout 6 logs -f -n 1 counter | awk '"
                            + "length($0) > 500 { if (lines++ && $1 != last + 1) bad++; last = $1 } "
                            + "END { print (lines > 300), bad + 0 }'"))
                    .as("many lines, none of them lost")
                    .endsWith("1 0\n");
            assertThat(system.exec("logs nobody 2>&1 || true"))
                    .isEqualTo("logs: no container nobody has written anything\n");
            assertThat(system.exec("logs ../passwd 2>&1 || true")).startsWith("usage: logs ");
            assertThat(system.exec("cat /run/lamina/supervisor.log")).isEmpty();
        }
    }
}
