package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.PublishedPort;
import java.io.IOException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Services that look after the system do their work, with no more rights than they name.
final class SystemServicesIT {
    private static final String SYSTEM = BootedSystem.BASE + """
            onboot:
              - {name: dhcp, image: lamina/dhcp}
            services:
              - name: ntpd
                image: lamina/ntpd
                binds.add: ["/etc/time-servers:/etc/chrony/servers.conf:ro"]
              - {name: acpid, image: lamina/acpid}
              # As on a machine where the button is not there yet.
              - name: acpid-without-button
                image: lamina/acpid
                devices: [{path: /dev/input/event9, type: c, major: 13, minor: 73, mode: "0400"}]
              - {name: landlock-demo, image: lamina/landlock-demo}
              - {name: qemu-guest-agent, image: lamina/qemu-guest-agent}
              # Lends addresses of a network that reaches from here to the interface lan0 of the system.
              - name: lender
                image: lamina/dhcp-renew
                net: new
                # There is no file for the bind.
                readonly: false
                capabilities: [CAP_NET_ADMIN, CAP_NET_BIND_SERVICE, CAP_NET_RAW]
                binds.add: ["/etc/udhcpd.conf:/etc/udhcpd.conf:ro"]
                command: [/bin/sh, -c, "ip addr add 192.168.77.1/24 dev lend && ip link set lend up && exec udhcpd -f"]
                runtime:
                  interfaces: [{name: lend, peer: lan0}]
              - name: dhcp-renew
                image: lamina/dhcp-renew
                command: [/usr/bin/dhcp-renew, eth0, lan0]
                # The network to lan0 is made while the services start.
                annotations: {dev.lamina.seccomp: default, dev.lamina.restart: on-failure}
            files:
              - path: etc/time-servers
                contents: "server 10.0.2.2 port %d iburst"
                mode: "0644"
              - path: etc/udhcpd.conf
                contents: |
                  interface lend
                  start 192.168.77.10
                  end 192.168.77.19
                  max_leases 10
                  lease_file /tmp/leases
                  pidfile /tmp/pid
                  option subnet 255.255.255.0
                  option lease 30
                  min_lease 10
                mode: "0644"
            """;

    private static final int NOBODY = 65534;

    @TempDir
    Path folder = Path.of("");

    private TimeServer time;
    private int page;
    private BootedSystem system;

    @BeforeEach
    void boot() throws Exception {
        time = TimeServer.start(Instant.now().plus(Duration.ofDays(1000)));
        page = FromHost.freePort();
        Path document = Files.writeString(folder.resolve("services.yml"), SYSTEM.formatted(time.port()));
        system = BootedSystem.start(folder, Arch.AMD64, "384M", List.of(PublishedPort.tcp(page, 8081)), document);
        system.ready();
    }

    @AfterEach
    void end() {
        system.close();
        time.close();
    }

    @Test
    void theyDoTheirWorkWithTheRightsTheyName() throws Exception {
        theClockIsSetByTheServer();
        theLeaseIsRenewed();
        theProgramConfinesItself();
        onePowerButtonIsWatchedByTheService();

        assertThat(ServiceRights.of(system, "ntpd")).isEqualTo(ServiceRights.confined(NOBODY, "2000000"));
        assertThat(ServiceRights.of(system, "acpid")).isEqualTo(ServiceRights.confined(0, "0"));
        assertThat(ServiceRights.of(system, "dhcp-renew")).isEqualTo(ServiceRights.confined(0, "3400"));
        assertThat(ServiceRights.of(system, "landlock-demo")).isEqualTo(ServiceRights.confined(NOBODY, "0"));
        assertThat(ServiceRights.of(system, "qemu-guest-agent")).isEqualTo(ServiceRights.confined(0, "0"));
    }

    private void theClockIsSetByTheServer() {
        logSays("ntpd.log", "System clock was stepped by");
        Instant before = time.now().minusSeconds(5);
        Instant guest =
                Instant.ofEpochSecond(Long.parseLong(system.exec("date +%s").strip()));
        assertThat(guest).isBetween(before, time.now().plusSeconds(5));
    }

    /// Half of the thirty seconds for which an address is lent.
    private void theLeaseIsRenewed() {
        logSays("dhcp-renew.log", "lan0: renew 192.168.77.1[0-9]/24 for 30 seconds");
        assertThat(system.exec("ip -4 addr show lan0")).containsPattern("inet 192\\.168\\.77\\.1\\d/24 ");
        assertThat(system.exec("ip -4 addr show eth0")).contains("inet 10.0.2.15/24 ");
        assertThat(system.exec("cat /etc/resolv.conf")).contains("nameserver 10.0.2.3");
    }

    private void theProgramConfinesItself() throws IOException {
        logSays("landlock-demo.log", "after: denied write /tmp/after");
        URLConnection connection =
                URI.create("http://127.0.0.1:" + page + "/index.txt").toURL().openConnection();
        connection.setReadTimeout((int) BootedSystem.PATIENCE.toMillis());
        assertThat(new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("""
                        before: allowed read /srv/open/note
                        before: allowed read /srv/closed/note
                        before: allowed list /srv/closed
                        before: allowed read /etc/passwd
                        before: allowed write /tmp/page/before.note
                        before: allowed write /tmp/before
                        after: allowed read /srv/open/note
                        after: denied read /srv/closed/note
                        after: denied list /srv/closed
                        after: denied read /etc/passwd
                        after: allowed write /tmp/page/after.note
                        after: denied write /tmp/after
                        """);
    }

    private void onePowerButtonIsWatchedByTheService() {
        assertThat(system.exec("service status acpid-without-button")).startsWith("acpid-without-button running pid=");
        String programs = "grep -l '^acpid' /proc/[0-9]*/cmdline 2>/dev/null";
        // grep also complains when a process ends while it looks.
        system.exec("until " + programs + "; do sleep 0.2; done");
        assertThat(system.exec(programs + " || true"))
                .isEqualTo("/proc/"
                        + system.exec("cat /run/lamina/services/acpid/pid").strip() + "/cmdline\n");
    }

    private void logSays(String log, String pattern) {
        system.exec("until grep -q '%s' /var/log/%s; do sleep 0.2; done".formatted(pattern, log));
    }
}
