package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.PublishedPort;
import dev.lamina.vmlaunch.VmExit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The components of the catalogue do what they say, with no more rights than they name.
final class ComponentsIT {
    private static final String KERNEL = """
            kernel:
              image: lamina/kernel
              cmdline: "console=ttyAMA0 console=ttyS0 quiet"
            """;

    private static final String SYSTEM = KERNEL + """
            init:
              - lamina/init
              - lamina/runtime
            onboot:
              - name: sysctl
                image: lamina/sysctl
                binds.add: ["/etc/sysctl.d:/etc/sysctl.d:ro"]
              - name: modprobe
                image: lamina/modprobe
                command: [modprobe, -a, loop]
              - name: static-ip
                image: lamina/static-ip
                command: [/usr/bin/static-ip, -address, 10.0.2.15/24, -gateway, 10.0.2.2, -dns, 10.0.2.3]
              - name: format
                image: lamina/format
                command: [/usr/bin/format, -label, DATA]
              - name: mount
                image: lamina/mount
                command: [/usr/bin/mountie, -label, DATA, /var/data]
              - name: swap
                image: lamina/swap
                command: [/usr/bin/swap, -path, /var/data/swap, -size, 8M]
              - name: maker
                image: lamina/swap
                command: [/bin/sh, -c, "[ -e /var/data/disk ] || fallocate -l 1048576 /var/data/disk"]
              - name: losetup
                image: lamina/losetup
                command: [/usr/bin/loopy, -device, /dev/loop3, /var/data/disk]
              - name: format-none
                image: lamina/format
                command: [/usr/bin/format, -label, OTHER]
              - name: format-used
                image: lamina/format
                command: [/usr/bin/format, /dev/vda]
            services:
              - name: nginx
                image: lamina/nginx
              - name: redis
                image: lamina/redis
                command: [/usr/bin/redis-server, /etc/redis/redis.conf, --protected-mode, "no"]
                binds: ["/var/data/redis:/var/lib/redis"]
                runtime: {mkdir: [/var/data/redis]}
              - name: node-exporter
                image: lamina/node-exporter
            files:
              - path: etc/sysctl.d/mine.conf
                contents: |
                  # of several lines for one setting the last counts
                  kernel.yama.ptrace_scope = 1
                  net/ipv4/ip_forward=1
            """;

    private static final List<String> ONBOOT =
            List.of("sysctl", "modprobe", "static-ip", "format", "mount", "swap", "maker", "losetup");

    @TempDir
    Path folder = Path.of("");

    private int web;
    private int data;
    private int metrics;

    private BootedSystem boot() throws IOException {
        web = freePort();
        data = freePort();
        metrics = freePort();
        List<PublishedPort> ports =
                List.of(PublishedPort.tcp(web, 80), PublishedPort.tcp(data, 6379), PublishedPort.tcp(metrics, 9100));
        List<String> disks = List.of(folder.resolve("data.img") + ",size=64M");
        Path document = Files.writeString(folder.resolve("components.yml"), SYSTEM);
        return BootedSystem.start(folder, Arch.AMD64, "384M", ports, disks, document);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void componentsDoTheirWorkAndDataSurvivesAReboot() throws Exception {
        try (BootedSystem system = boot()) {
            allSucceed(system);
            disksThatAreNotEmptyStayAsTheyAre(system);
            system.ready();

            settingsAreMade(system);
            for (int port : List.of(80, 6379, 9100)) {
                listens(system, port);
            }
            disksAreThere(system);
            servicesAnswer();
            servicesHaveNoMoreRightsThanTheyName(system);
            assertThat(redis("SET kept value", "SAVE")).containsExactly("+OK", "+OK");
            assertThat(system.vm().shutdown(BootedSystem.PATIENCE).reason()).isEqualTo(VmExit.Reason.POWERED_OFF);
        }
        try (BootedSystem system = boot()) {
            allSucceed(system);
            system.ready();

            listens(system, 6379);
            assertThat(redis("GET kept")).containsExactly("$5", "value");
        }
    }

    private static void allSucceed(BootedSystem system) throws InterruptedException {
        for (String name : ONBOOT) {
            var exit = system.event("exit", name);
            assertThat(exit.field("code")).as(exit.toString()).contains("0");
        }
    }

    private static void disksThatAreNotEmptyStayAsTheyAre(BootedSystem system) throws InterruptedException {
        var none = system.event("exit", "format-none");
        assertThat(none.field("code")).contains("1");
        assertThat(none.field("reason").orElse("")).contains("there is no empty disk");
        var used = system.event("exit", "format-used");
        assertThat(used.field("code")).contains("1");
        assertThat(used.field("reason").orElse("")).contains("/dev/vda is not empty, so it stays as it is");
    }

    private static void settingsAreMade(BootedSystem system) {
        assertThat(system.exec("""
                        cd /proc/sys
                        cat kernel/kptr_restrict kernel/dmesg_restrict kernel/kexec_load_disabled net/core/bpf_jit_harden \\
                            kernel/unprivileged_bpf_disabled kernel/yama/ptrace_scope net/ipv4/ip_forward
                        """)).isEqualTo("2\n1\n1\n2\n1\n1\n1\n");
    }

    private static void disksAreThere(BootedSystem system) {
        assertThat(system.exec("grep -o ' /var/data ext4 rw' /proc/mounts | sort -u"))
                .isEqualTo(" /var/data ext4 rw\n");
        assertThat(system.exec("grep -o '/swap[[:space:]]*file' /proc/swaps")).startsWith("/swap");
        assertThat(system.exec("grep -o '/disk$' /sys/block/loop3/loop/backing_file; cat /sys/block/loop3/size"))
                .isEqualTo("/disk\n2048\n");
        assertThat(system.exec("ip route | awk '/^default/ { print $3, $5 }'; cat /etc/resolv.conf"))
                .isEqualTo("10.0.2.2 eth0\nnameserver 10.0.2.3\n");
    }

    private void servicesAnswer() throws IOException {
        assertThat(page(web, "/")).contains("This page comes from the <code>nginx</code> container");
        assertThat(page(metrics, "/metrics"))
                .contains("node_memory_SwapTotal_bytes 8.384512e+06", "node_cpu_seconds_total");
        assertThat(redis("PING")).containsExactly("+PONG");
    }

    /// A service has been started before it listens.
    private static void listens(BootedSystem system, int port) {
        system.exec("until netstat -tln | grep -q ':%d '; do sleep 0.2; done".formatted(port));
    }

    private static String page(int port, String path) throws IOException {
        URLConnection connection =
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        connection.setReadTimeout((int) BootedSystem.PATIENCE.toMillis());
        return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /// All lines of the answers to the commands, which the server ends by closing the connection.
    private List<String> redis(String... commands) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), data)) {
            socket.setSoTimeout((int) BootedSystem.PATIENCE.toMillis());
            String request = String.join("\r\n", commands) + "\r\nQUIT\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            List<String> lines = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            assertThat(lines).endsWith("+OK");
            return lines.subList(0, lines.size() - 1);
        }
    }

    private static void servicesHaveNoMoreRightsThanTheyName(BootedSystem system) {
        assertThat(rights(system, "nginx"))
                .isEqualTo("uid 65534 can 0000000000000400 at most 0000000000000400 own ids ro");
        assertThat(rights(system, "redis")).isEqualTo("uid 0 can 0000000000000000 at most 0000000000000000 own ids ro");
        assertThat(rights(system, "node-exporter"))
                .isEqualTo("uid 65534 can 0000000000000000 at most 0000000000000000 system's ids ro");
    }

    /// Its user, capabilities, whether it has process ids of its own, and how its root is mounted.
    private static String rights(BootedSystem system, String service) {
        return system.exec("""
                        pid=$(cat /run/lamina/services/%s/pid)
                        status=/proc/$pid/status
                        ids=own
                        [ "$(readlink /proc/$pid/ns/pid)" != "$(readlink /proc/1/ns/pid)" ] || ids="system's"
                        echo "uid $(awk '/^Uid/ { print $2 }' $status) can $(awk '/^CapEff/ { print $2 }' $status)" \\
                            "at most $(awk '/^CapBnd/ { print $2 }' $status) $ids ids" \\
                            "$(awk '$5 == "/" { print substr($6, 1, 2) }' /proc/$pid/mountinfo)"
                        """.formatted(service)).strip();
    }

    @Test
    void runcStartsContainersToo() throws Exception {
        web = freePort();
        Path document = Files.writeString(folder.resolve("runc.yml"), KERNEL + """
                init: [lamina/init, lamina/runc]
                onboot: [{name: dhcp, image: lamina/dhcp}]
                services: [{name: httpd, image: lamina/httpd}]
                """);
        try (BootedSystem system =
                BootedSystem.start(folder, Arch.AMD64, "256M", List.of(PublishedPort.tcp(web, 80)), document)) {
            system.ready();

            listens(system, 80);
            assertThat(page(web, "/")).contains("<code>httpd</code>");
            assertThat(system.exec("ls /usr/bin/runc /usr/bin/crun 2>/dev/null || true"))
                    .isEqualTo("/usr/bin/runc\n");
        }
    }
}
