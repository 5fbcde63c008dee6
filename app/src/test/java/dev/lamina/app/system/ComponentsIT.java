package dev.lamina.app.system;

import static dev.lamina.app.system.FromHost.awaitListener;
import static dev.lamina.app.system.FromHost.freePort;
import static dev.lamina.app.system.FromHost.page;
import static dev.lamina.app.system.FromHost.redis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.GuestEvent;
import dev.lamina.vmlaunch.PublishedPort;
import dev.lamina.vmlaunch.VmExit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.CertificateFactory;
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
                command: [modprobe, -a, veth]
              - name: static-ip
                image: lamina/static-ip
                command: [/usr/bin/static-ip, -address, 10.0.2.15/24, -gateway, 10.0.2.2, -dns, 10.0.2.3]
              - name: format
                image: lamina/format
                command: [/usr/bin/format, -label, DATA]
              - name: mount
                image: lamina/mount
                command: [/usr/bin/mountie, -label, DATA, /var/data]
              - name: format-gpt
                image: lamina/format
                command: [/usr/bin/format, --partition, gpt, --label, SECOND, /dev/vdb]
              - name: format-forced
                image: lamina/format
                command: [/usr/bin/format, -force, -partition, none, -label, FORCED, /dev/vdc]
              - name: mount-first
                image: lamina/mount
                command: [/usr/bin/mountie, /var/second]
              - name: mount-next
                image: lamina/mount
                command: [mountie, /dev/vdc, /var/forced]
              - name: swap
                image: lamina/swap
                command: [/swap.sh, --path, /var/data/swap, --size, 8M, --condition, "partsize:/var/data:32M:true"]
              - name: swap-device
                image: lamina/swap
                command: [/usr/bin/swap, -device, /dev/vdd]
              - name: swap-unless
                image: lamina/swap
                command: [/usr/bin/swap, -path, /var/other/swap, -condition, "part:/var/other"]
              - name: losetup
                image: lamina/losetup
                command: [/usr/bin/loopy, --create, --size, "1", --dev, /dev/loop3, /var/data/disk]
              - name: format-none
                image: lamina/format
                command: [/usr/bin/format, -label, OTHER]
              - name: format-used
                image: lamina/format
                command: [/usr/bin/format, /dev/vda]
              - name: swap-used
                image: lamina/swap
                command: [/usr/bin/swap, --device, /dev/vdb]
              - name: format-busy
                image: lamina/format
                command: [/usr/bin/format, -force, /dev/vda]
            services:
              - name: nginx
                image: lamina/nginx
              - name: redis
                image: lamina/redis
                command: [/usr/bin/redis, --protected-mode, "no"]
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

    private static final List<String> ONBOOT = List.of(
            "sysctl",
            "modprobe",
            "static-ip",
            "format",
            "mount",
            "format-gpt",
            "format-forced",
            "mount-first",
            "mount-next",
            "swap",
            "swap-device",
            "swap-unless",
            "losetup");

    private static final String NGINX = """
            uid 65534, can 0000000000000400, at most 0000000000000400
            own process ids, root ro, seccomp 2, no new privileges 1
            devices full null pts/ptmx random tty urandom zero""";

    private static final String REDIS = """
            uid 999, can 0000000000000000, at most 00000000000000c1
            own process ids, root ro, seccomp 2, no new privileges 1
            devices full null pts/ptmx random tty urandom zero""";

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
        Path used = folder.resolve("used.img");
        if (!Files.exists(used)) {
            Files.write(used, new byte[16 << 20]);
            Files.write(used, "not empty".repeat(1000).getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE);
        }
        List<String> disks = List.of(
                folder.resolve("data.img") + ",size=64M",
                folder.resolve("second.img") + ",size=16M",
                used.toString(),
                folder.resolve("swap.img") + ",size=16M");
        Path document = Files.writeString(folder.resolve("components.yml"), SYSTEM);
        return BootedSystem.start(folder, Arch.AMD64, "384M", ports, disks, document);
    }

    @Test
    void componentsDoTheirWorkAndDataSurvivesAReboot() throws Exception {
        try (BootedSystem system = boot()) {
            succeed(system, ONBOOT);
            disksThatAreNotEmptyStayAsTheyAre(system);
            system.ready();

            settingsAreMade(system);
            for (int port : List.of(80, 6379, 9100)) {
                awaitListener(system, port);
            }
            disksAreThere(system);
            servicesAnswer();
            servicesHaveNoMoreRightsThanTheyName(system);
            assertThat(redis(data, "SET kept value", "SAVE")).containsExactly("+OK", "+OK");
            assertThat(system.vm().shutdown(BootedSystem.PATIENCE).reason()).isEqualTo(VmExit.Reason.POWERED_OFF);
        }
        try (BootedSystem system = boot()) {
            succeed(system, ONBOOT);
            system.ready();

            awaitListener(system, 6379);
            assertThat(redis(data, "GET kept")).containsExactly("$5", "value");
        }
    }

    private static void succeed(BootedSystem system, List<String> names) throws InterruptedException {
        for (String name : names) {
            var exit = system.event("exit", name);
            assertThat(exit.field("code")).as(exit.toString()).contains("0");
        }
    }

    private static void disksThatAreNotEmptyStayAsTheyAre(BootedSystem system) throws InterruptedException {
        failed(system, "format-none", "there is no empty disk");
        failed(system, "format-used", "/dev/vda is not empty, so it stays as it is");
        failed(system, "swap-used", "/dev/vdb is not empty, so it stays as it is");
        failed(system, "format-busy", "/dev/vda is in use, so it stays as it is");
    }

    private static void failed(BootedSystem system, String name, String reason) throws InterruptedException {
        GuestEvent exit = system.event("exit", name);
        assertThat(exit.field("code")).as(name).contains("1");
        assertThat(exit.field("reason")).as(name).contains(reason);
    }

    private static void settingsAreMade(BootedSystem system) {
        assertThat(system.exec("cd /proc/sys; cat kernel/kptr_restrict kernel/dmesg_restrict"
                        + " kernel/kexec_load_disabled net/core/bpf_jit_harden kernel/unprivileged_bpf_disabled"
                        + " kernel/yama/ptrace_scope net/ipv4/ip_forward"))
                .isEqualTo("2\n1\n1\n2\n1\n1\n1\n");
    }

    private static void disksAreThere(BootedSystem system) {
        assertThat(system.exec("awk '$3 == \"ext4\" { print $1, $2, substr($4, 1, 2) }' /proc/mounts | sort -u"))
                .isEqualTo("/dev/vda1 /var/data rw\n/dev/vdb1 /var/second rw\n/dev/vdc /var/forced rw\n");
        assertThat(system.exec("awk 'NR > 1 { print $1, $2, $3 }' /proc/swaps"))
                .matches("/swap file 81(84|88)\n/vdd partition 16380\n");
        assertThat(system.exec("grep -o '/disk$' /sys/block/loop3/loop/backing_file; cat /sys/block/loop3/size"))
                .isEqualTo("/disk\n2048\n");
        assertThat(system.exec("ip route | awk '/^default/ { print $3, $5 }'; cat /etc/resolv.conf"))
                .isEqualTo("10.0.2.2 eth0\nnameserver 10.0.2.3\n");
        assertThat(system.exec("[ -d /sys/module/veth ] && echo loaded")).isEqualTo("loaded\n");
    }

    private void servicesAnswer() throws IOException {
        assertThat(page(web, "/")).contains("This page comes from the <code>nginx</code> container");
        assertThat(page(metrics, "/metrics"))
                .containsPattern("node_memory_SwapTotal_bytes 2\\.51[0-9]+e\\+07")
                .contains("node_cpu_seconds_total");
        assertThat(redis(data, "PING")).containsExactly("+PONG");
    }

    private static void servicesHaveNoMoreRightsThanTheyName(BootedSystem system) {
        assertThat(rights(system, "nginx")).isEqualTo(NGINX);
        assertThat(rights(system, "redis")).isEqualTo(REDIS);
        assertThat(rights(system, "node-exporter")).isEqualTo("""
                uid 65534, can 0000000000000000, at most 0000000000000000
                the system's process ids, root ro, seccomp 2, no new privileges 1
                devices full null pts/ptmx random tty urandom zero""");
    }

    /// What its first process may do, and the devices that it sees.
    private static String rights(BootedSystem system, String service) {
        List<String> lines = List.of(
                "pid=$(cat /run/lamina/services/" + service + "/pid)",
                "of() { awk -v name=$1: '$1 == name { print $2 }' /proc/$pid/status; }",
                "ids=own",
                "[ $(readlink /proc/$pid/ns/pid) != $(readlink /proc/1/ns/pid) ] || ids=\"the system's\"",
                "root=$(awk '$5 == \"/\" { print substr($6, 1, 2) }' /proc/$pid/mountinfo)",
                "echo uid $(of Uid), can $(of CapEff), at most $(of CapBnd)",
                "echo \"$ids process ids, root $root, seccomp $(of Seccomp), no new privileges $(of NoNewPrivs)\"",
                "cd /proc/$pid/root/dev",
                "echo devices $(find . -type b -o -type c | sed 's|^[.]/||' | sort)");
        return system.exec(String.join("; ", lines)).strip();
    }

    /// @param last more onboot containers
    private static String early(String last) {
        return KERNEL + """
                init:
                  - lamina/init
                  - lamina/runtime
                  - lamina/ca-certificates
                onboot:
                  - name: sysctl
                    image: lamina/sysctl
                  - name: kernel-check
                    image: lamina/kernel-check
                  - name: metadata
                    image: lamina/metadata
                """ + last + """
                  - name: dm-crypt
                    image: lamina/dm-crypt
                    command: [/usr/bin/crypto, --luks, secret, /dev/vda]
                  - name: dm-crypt-plain
                    image: lamina/dm-crypt
                    command: [/usr/bin/crypto, plain, /dev/vdb]
                  - name: mount
                    image: lamina/mount
                    command: [mountie, /dev/mapper/secret, /var/secret]
                  - name: mount-plain
                    image: lamina/mount
                    command: [mountie, /dev/mapper/plain, /var/plain]
                services:
                  - name: syslog
                    image: lamina/syslog
                  - name: client
                    image: lamina/httpd
                    annotations: {dev.lamina.restart: on-failure}
                    binds: ["/run/syslog/log:/dev/log"]
                    command: [/bin/sh, -c, "logger -t client the client said so; exec sleep 86400"]
                files:
                  - path: etc/dm-crypt/key
                    mode: "0600"
                    contents: 0123456789abcdef0123456789abcdef
                  - path: etc/dm-crypt/wrong
                    mode: "0600"
                    contents: fedcba9876543210fedcba9876543210
                """;
    }

    private BootedSystem bootEarly(String last) throws IOException {
        List<String> disks = List.of(
                folder.resolve("luks.img") + ",size=64M",
                folder.resolve("plain.img") + ",size=16M",
                folder.resolve("seed.iso").toString());
        Path document = Files.writeString(folder.resolve("early.yml"), early(last));
        return BootedSystem.start(folder, Arch.AMD64, "384M", List.of(), disks, document);
    }

    @Test
    void disksAreEncryptedAndTheOwnersDataAndMessagesAreTakenIn() throws Exception {
        makeSeed();
        try (BootedSystem system = bootEarly("")) {
            succeed(system, List.of("sysctl", "kernel-check", "metadata", "dm-crypt", "dm-crypt-plain", "mount"));
            system.ready();

            theKernelIsJudged(system);
            theOwnersDataIsTakenIn(system);
            authoritiesAreTrusted(system);
            messagesAreCollected(system);
            system.exec("echo hidden words | tee /var/secret/file >/var/plain/file");
            assertThat(system.vm().shutdown(BootedSystem.PATIENCE).reason()).isEqualTo(VmExit.Reason.POWERED_OFF);
        }
        for (String disk : List.of("luks.img", "plain.img")) {
            assertThat(Files.readString(folder.resolve(disk), StandardCharsets.ISO_8859_1))
                    .as(disk)
                    .doesNotContain("hidden words");
        }
        try (BootedSystem system = bootEarly("""
                  - name: wrong
                    image: lamina/dm-crypt
                    command: [crypto, -l, -k, wrong, secret, /dev/vda]
                  - name: wrong-luks
                    image: lamina/dm-crypt
                    command: [crypto, -l, plain, /dev/vdb]
                  - name: wrong-plain
                    image: lamina/dm-crypt
                    command: [crypto, --key-file, /etc/dm-crypt/wrong, plain, /dev/vdb]
                """)) {
            failed(system, "wrong", "/dev/vda does not open with this key");
            failed(system, "wrong-luks", "/dev/vdb is neither encrypted nor empty, so it stays as it is");
            failed(system, "wrong-plain", "with this key there is no file system on /dev/vdb, so it stays as it is");
            succeed(system, List.of("dm-crypt", "dm-crypt-plain", "mount", "mount-plain"));
            assertThat(system.exec("cat /var/secret/file /var/plain/file")).isEqualTo("hidden words\nhidden words\n");
        }
    }

    private void makeSeed() throws Exception {
        Path seed = Files.createDirectories(folder.resolve("seed"));
        Files.writeString(seed.resolve("meta-data"), "instance-id: 7\nlocal-hostname: of-the-metadata\n");
        Files.writeString(seed.resolve("user-data"), """
                {"ssh": {"perm": "0700", "entries": {
                   "authorized_keys": {"perm": "0600", "content": "ssh-ed25519 AAAA you\\n"}}},
                 "../evil": {"content": "x"},
                 "some": {"entries": {"..": {"content": "y"}, "quote's \\"$(x)": {"content": "\\u00e9"}}},
                 "both": {"content": "", "entries": {}}}
                """);
        Command.run(
                "xorriso",
                "-as",
                "mkisofs",
                "-quiet",
                "-V",
                "cidata",
                "-J",
                "-R",
                "-o",
                folder.resolve("seed.iso").toString(),
                seed.toString());
    }

    private static void theKernelIsJudged(BootedSystem system) {
        assertThat(system.exec("cat /run/log/onboot/onboot.kernel-check.log").lines())
                .contains(
                        "OK       CONFIG_STRICT_KERNEL_RWX=y",
                        "OK       kernel.kptr_restrict=2",
                        "OK       CONFIG_KEXEC=n or kernel.kexec_load_disabled=1",
                        "MISSING  CONFIG_PROC_KCORE=n (here y): the kernel's memory is not a file",
                        "UNKNOWN  net.core.bpf_jit_harden=2: code made of such programs is hard to misuse")
                .anyMatch(line -> line.matches("[0-9]+ of [0-9]+ recommendations are followed, [0-9]+ cannot be seen"));
    }

    private static void theOwnersDataIsTakenIn(BootedSystem system) {
        assertThat(system.exec("cd /run/config && find . | sort")).isEqualTo("""
                .
                ./hostname
                ./provider
                ./some
                ./some/quote's "$(x)
                ./ssh
                ./ssh/authorized_keys
                ./userdata
                """);
        assertThat(system.exec(
                        "cd /run/config && stat -c '%a %n' ssh ssh/authorized_keys && cat ssh/authorized_keys some/*"))
                .isEqualTo("700 ssh\n600 ssh/authorized_keys\nssh-ed25519 AAAA you\né");
        assertThat(system.exec("hostname; cat /run/config/provider")).isEqualTo("of-the-metadata\nCDROM /dev/vdc");
        assertThat(system.exec("grep is.no /run/log/onboot/onboot.metadata.log | sort"))
                .isEqualTo("""
                ["../evil"] is no file and no directory
                ["both"] is no file and no directory
                ["some",".."] is no file and no directory
                """);
    }

    private static void authoritiesAreTrusted(BootedSystem system) throws Exception {
        byte[] bundle = system.exec("cat /etc/ssl/certs/ca-certificates.crt").getBytes(StandardCharsets.US_ASCII);
        assertThat(CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bundle)))
                .hasSizeGreaterThan(100)
                .anyMatch(certificate -> certificate.toString().contains("CN=ISRG Root X1"));
    }

    private static void messagesAreCollected(BootedSystem system) {
        system.exec("until grep 'client: the client said so' /var/log/syslog/messages; do sleep 0.2; done");
        assertThat(rights(system, "syslog")).isEqualTo("""
                uid 0, can 0000000000000000, at most 0000000000000000
                own process ids, root ro, seccomp 2, no new privileges 1
                devices full null pts/ptmx random tty urandom zero""");
    }

    /// A machine that finds at the address of all clouds what it serves itself.
    private static final String CLOUD = KERNEL + """
            init:
              - lamina/init
              - lamina/runtime
            onboot:
              - name: address
                image: lamina/static-ip
                command: [/usr/bin/static-ip, -interface, lo, -address, 169.254.169.254/32]
            services:
              - name: cloud
                image: lamina/httpd
                binds: ["/srv/cloud:/var/www:ro"]
              - name: metadata
                image: lamina/metadata
                command: [/usr/bin/metadata, cdrom, hetzner]
            files:
              - path: srv/cloud/latest/meta-data/hostname
                mode: "0644"
                contents: of-the-cloud
              - path: srv/cloud/latest/meta-data/public-keys
                mode: "0644"
                contents: '["ssh-ed25519 AAAA one", "ssh-ed25519 BBBB two"]'
              - path: srv/cloud/latest/user-data
                mode: "0644"
                contents: |
                  #cloud-config
            """;

    @Test
    void aCloudTellsWhatTheMachineIsFor() throws Exception {
        Path document = Files.writeString(folder.resolve("cloud.yml"), CLOUD);
        try (BootedSystem system = BootedSystem.start(folder, Arch.AMD64, "256M", List.of(), document)) {
            assertThat(system.event("exit", "metadata").field("code")).contains("0");

            assertThat(system.exec("hostname; cd /run/config; cat provider; echo; cat userdata; ls ssh; cat ssh/*"))
                    .isEqualTo("""
                            of-the-cloud
                            hetzner
                            #cloud-config
                            authorized_keys
                            ssh-ed25519 AAAA one
                            ssh-ed25519 BBBB two""");
        }
    }

    private static final String CORE = KERNEL + """
            init:
              - lamina/init
              - lamina/runtime
            onboot:
              - name: dhcp
                image: lamina/dhcp
              - name: format
                image: lamina/format
                command: [/usr/bin/format, -label, DATA, -partition, gpt]
              - name: mount
                image: lamina/mount
                command: [/usr/bin/mountie, -label, DATA, /var/data]
            services:
              - name: nginx
                image: lamina/nginx
              - name: redis
                image: lamina/redis
                command: [/usr/bin/redis, --protected-mode, "no"]
                binds: ["/var/data/redis:/var/lib/redis"]
                runtime: {mkdir: [/var/data/redis]}
            """;

    @Test
    void theCoreWorksOnArm64Too() throws Exception {
        web = freePort();
        data = freePort();
        List<PublishedPort> ports = List.of(PublishedPort.tcp(web, 80), PublishedPort.tcp(data, 6379));
        List<String> disks = List.of(folder.resolve("data.img") + ",size=64M");
        Path document = Files.writeString(folder.resolve("core.yml"), CORE);
        try (BootedSystem system = BootedSystem.start(folder, Arch.ARM64, "384M", ports, disks, document)) {
            succeed(system, List.of("dhcp", "format", "mount"));
            system.ready();
            awaitListener(system, 80);
            awaitListener(system, 6379);

            assertThat(page(web, "/")).contains("This page comes from the <code>nginx</code> container");
            assertThat(redis(data, "SET kept value", "SAVE", "GET kept")).containsExactly("+OK", "+OK", "$5", "value");
            assertThat(system.exec("awk '$3 == \"ext4\" { print $1, $2 }' /proc/mounts | sort -u; ls /var/data/redis"))
                    .isEqualTo("/dev/vda1 /var/data\ndump.rdb\n");
            assertThat(rights(system, "nginx")).isEqualTo(NGINX);
            assertThat(rights(system, "redis")).isEqualTo(REDIS);
        }
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

            awaitListener(system, 80);
            assertThat(page(web, "/")).contains("<code>httpd</code>");
            assertThat(system.exec("ls /usr/bin/runc /usr/bin/crun 2>/dev/null || true"))
                    .isEqualTo("/usr/bin/runc\n");
        }
    }
}
