package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.assembler.packages.LockText;
import dev.lamina.assembler.packages.PackageLock;
import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogueCommandTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void componentsAreListedWithWhatTheyAreFor() {
        assertThat(CliRun.in(folder, "catalogue", "ls")).isEqualTo(new CliRun(0, """
                        IMAGE                    SECTION  STORED  SUMMARY
                        lamina/kernel            kernel   no      Debian's kernel for virtual machines, with the few drivers they need
                        lamina/kernel-generic    kernel   no      Debian's kernel for real machines, with the usual drivers of PCs and servers
                        lamina/init              init     no      Starts the system and keeps its services running
                        lamina/runtime           init     no      Starts containers (crun)
                        lamina/runc              init     no      Starts containers, the way most others do (runc)
                        lamina/containerd        init     no      Runs containers that come from elsewhere, while the system runs (containerd)
                        lamina/ca-certificates   init     no      The certificate authorities that programs trust
                        lamina/sysctl            onboot   no      Hardens the kernel's settings, and sets yours
                        lamina/modprobe          onboot   no      Loads kernel modules by name
                        lamina/dhcp              onboot   no      Asks the network for an address, once
                        lamina/static-ip         onboot   no      Gives an interface an address that you choose
                        lamina/format            onboot   no      Makes a file system on an empty disk, the first time
                        lamina/mount             onboot   no      Mounts a disk for the containers that follow
                        lamina/swap              onboot   no      Lets the kernel move memory to a disk
                        lamina/losetup           onboot   no      Makes a disk out of a file
                        lamina/dm-crypt          onboot   no      Encrypts a disk
                        lamina/metadata          onboot   no      Takes in what the machine's owner gives it at the start
                        lamina/kernel-check      onboot   no      Reports how well the kernel protects itself
                        lamina/getty             service  no      A login prompt on the system's consoles
                        lamina/sshd              service  no      Remote login with a key (SSH)
                        lamina/httpd             service  no      A small web server for static pages
                        lamina/nginx             service  no      A fast web server (nginx)
                        lamina/redis             service  no      A database in memory (Redis)
                        lamina/node-exporter     service  no      Tells Prometheus how the system is doing
                        lamina/syslog            service  no      Collects the messages that programs send to /dev/log
                        lamina/ntpd              service  no      Keeps the clock right (chrony)
                        lamina/wireguard         service  no      A private network over a public one (WireGuard)
                        lamina/acpid             service  no      Powers the system off when its power button is pressed
                        lamina/dhcp-renew        service  no      Keeps the address that the network lends
                        lamina/landlock-demo     service  no      Shows how a program confines itself with Landlock
                        lamina/qemu-guest-agent  service  no      Answers the hypervisor's questions about the system (QEMU, libvirt, Proxmox)
                        """, ""));
    }

    @Test
    void theListIsJsonWhenAskedFor() {
        assertThat(CliRun.in(folder, "catalogue", "ls", "--json").out())
                .startsWith(
                        "{\"image\":\"lamina/kernel\",\"section\":\"kernel\",\"stored\":false,\"summary\":\"Debian's ")
                .hasLineCount(31);
    }

    @Test
    void aComponentIsShownWithItsPrivilegesAndPackages() {
        String busybox = version("busybox-static");

        assertThat(CliRun.in(folder, "catalogue", "show", "lamina/httpd"))
                .isEqualTo(new CliRun(0, """
                        lamina/httpd: A small web server for static pages

                        Serves the files under /var/www on port 80. It does not run as root, cannot
                        write anything, and its only privilege is to listen on a port below 1024. Put
                        your own pages at /var/www with a bind, or make an image of them.

                        section   service
                        licence   GPL-2.0-only
                        made for  amd64, arm64
                        ports     80/tcp

                        what it may do, and why:
                          net                   it answers on the system's own addresses
                          CAP_NET_BIND_SERVICE  listens on port 80

                        Debian packages:
                          busybox-static  VERSION
                        """.replace("VERSION", busybox), ""));
    }

    @Test
    void aComponentIsShownAsJsonWhenAskedFor() {
        assertThat(CliRun.in(folder, "--json", "catalogue", "show", "httpd").out())
                .startsWith("{\"image\":\"lamina/httpd\",\"section\":\"service\",\"summary\":\"A small web server")
                .endsWith(
                        ",\"arch\":[\"amd64\",\"arm64\"],\"ports\":[\"80/tcp\"],\"data\":[],\"reasons\":{\"net\":\"it answers on the"
                                + " system's own addresses\",\"CAP_NET_BIND_SERVICE\":\"listens on port 80\"},"
                                + "\"packages\":{\"busybox-static\":\"" + version("busybox-static") + "\"}}\n");
    }

    private static String version(String name) {
        PackageLock lock = Objects.requireNonNull(LockText.builtIn().get(Arch.AMD64));
        return lock.find(name).orElseThrow().version();
    }

    @Test
    void aMisspelledComponentIsAnsweredWithWhatWasMeant() {
        CliRun expected =
                new CliRun(1, "", "lamina: there is no built-in image lamina/gety\nhint: did you mean lamina/getty?\n");

        assertThat(CliRun.in(folder, "catalogue", "show", "gety")).isEqualTo(expected);
        assertThat(CliRun.in(folder, "catalogue", "fetch", "lamina/gety")).isEqualTo(expected);
    }

    @Test
    void anArchitectureThatNothingIsMadeForIsRefused() {
        assertThat(CliRun.in(folder, "catalogue", "fetch", "--arch", "s390x", "init"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: lamina/init is not available for s390x\nhint: it is available for amd64 and arm64\n"));
    }

    @Test
    void onlyAFolderOfComponentsOrASourceTreeCanBeUpdated() {
        assertThat(CliRun.in(folder, "catalogue", "update", "--dir", "elsewhere"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: " + folder.resolve("elsewhere") + " holds neither components nor Lamina's sources:"
                                + " it has no NAME/component.yml and no assembler/src/main/resources/catalogue/lock\n"
                                + "hint: name the folder above those of your components, or the one that you cloned,"
                                + " with --dir\n"));
    }

    /// To write the page anew: -Dlamina.record=true.
    @Test
    void thePageOfTheDocumentationIsWhatTheCommandPrints() throws IOException {
        Path page = Conformance.checkout().resolve("docs/catalogue.md");
        String begin = "<!-- lamina catalogue ls --markdown -->\n";
        String text = Files.readString(page);
        String head = text.substring(0, text.indexOf(begin) + begin.length());
        String expected =
                head + CliRun.in(folder, "catalogue", "ls", "--markdown").out();
        if (Boolean.getBoolean("lamina.record")) {
            Files.writeString(page, expected);
        }

        assertThat(page).hasContent(expected);
    }

    @Test
    void ownComponentsAreShownToo() throws IOException {
        Path own = Files.createDirectories(folder.resolve("parts/greet"));
        Files.writeString(own.resolve("component.yml"), """
                name: greet
                section: service
                summary: Says hello
                description: Says hello to whoever asks, on port 7.
                icon: smile
                licence: MIT
                layers: [busybox]
                command: [nc, -ll, -p, "7", -e, echo, hello]
                ports: [7/tcp]
                data: [/var/lib/greet]
                arch: [amd64]
                """);

        assertThat(CliRun.in(folder, "catalogue", "ls", "--components", "parts").out())
                .contains("local/greet ")
                .endsWith("no      Says hello\n");
        assertThat(CliRun.in(folder, "catalogue", "show", "--components", "parts", "greet"))
                .isEqualTo(new CliRun(0, """
                        local/greet: Says hello

                        Says hello to whoever asks, on port 7.

                        section   service
                        licence   MIT
                        made for  amd64
                        ports     7/tcp
                        data in   /var/lib/greet

                        Debian packages:
                          busybox-static  VERSION
                        """.replace("VERSION", version("busybox-static")), ""));
    }
}
