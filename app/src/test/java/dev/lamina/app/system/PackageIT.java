package dev.lamina.app.system;

import static dev.lamina.app.system.Command.lamina;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.system.Command.Lamina;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An image of a folder, made of Debian packages and what the folder has, runs in a system.
final class PackageIT {
    @TempDir
    Path folder;

    @Test
    void anImageOfAFolderRunsWithItsPackagesFilesAndLabel() throws IOException, InterruptedException {
        Path greet = Files.createDirectories(folder.resolve("greet"));
        Files.writeString(greet.resolve("names.json"), "{\"name\": \"world\"}\n");
        Files.writeString(greet.resolve("lamina-pkg.yml"), """
                image: greet
                arches: [amd64]
                layers: [busybox, libc]
                packages: [jq]
                programs: [/usr/bin/jq]
                slices: [/usr/share/doc/jq/copyright]
                files: [{path: /etc/names.json, source: names.json}]
                scripts:
                  /usr/bin/greet: |
                    #!/bin/sh
                    echo "hello $(jq -r .name /etc/names.json)"
                    grep -c MIT /usr/share/doc/jq/copyright
                    touch /etc/x || echo "and changes nothing"
                entrypoint: [/usr/bin/greet]
                config: {readonly: true}
                """);
        Lamina built = lamina(folder, "-q", "pkg", "build", "greet");
        assertThat(built.code()).as(built.err()).isZero();
        String name = lamina(folder, "pkg", "show-tag", "greet").out().strip();
        Path document = Files.writeString(
                folder.resolve("system.yml"), BootedSystem.BASE + "onboot: [{name: greet, image: \"" + name + "\"}]\n");

        assertThat(lamina(folder, "-q", "sbom", "system.yml").out()).contains("pkg:deb/debian/jq@");
        try (BootedSystem system = BootedSystem.start(document)) {
            system.ready();
            assertThat(system.exec("cat /var/log/onboot/onboot.greet.log"))
                    .contains("hello world\n")
                    .containsPattern("(?m)^[1-9][0-9]*$")
                    .contains("and changes nothing\n");
        }
    }

    @Test
    void aKernelOfAFolderHasTheModulesThatItNames() throws IOException, InterruptedException {
        Path kernel = Files.createDirectories(folder.resolve("kernel"));
        Files.writeString(kernel.resolve("lamina-pkg.yml"), """
                image: kernel-with-ipvs
                section: kernel
                arches: [amd64]
                packages: [linux-image-cloud-amd64]
                modules: [virtio_net, virtio_blk, overlay, ip_vs]
                """);
        Lamina built = lamina(folder, "-q", "pkg", "build", "--tag", "1", "kernel");
        assertThat(built.code()).as(built.err()).isZero();
        Path document = Files.writeString(
                folder.resolve("system.yml"),
                BootedSystem.BASE.replace("lamina/kernel", "local/kernel-with-ipvs:1")
                        + "onboot: [{name: m, image: lamina/modprobe, command: [modprobe, -a, ip_vs]}]\n");

        try (BootedSystem system = BootedSystem.start(document)) {
            system.ready();
            assertThat(system.exec("cat /proc/modules")).contains("ip_vs ");
        }
    }
}
