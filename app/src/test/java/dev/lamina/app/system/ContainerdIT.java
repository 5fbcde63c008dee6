package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.VmExit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A system with containerd runs containers that were not known when it was built, beside its own services.
final class ContainerdIT {
    private static final String SYSTEM = """
        kernel:
          image: lamina/kernel
          cmdline: "console=ttyAMA0 console=ttyS0 quiet"
        init: [lamina/init, lamina/runc, lamina/containerd]
        services:
          - {name: httpd, image: lamina/httpd}
        """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void containersAreRunByName() throws Exception {
        Path document = Files.writeString(folder.resolve("containerd.yml"), SYSTEM);
        try (BootedSystem system = BootedSystem.start(folder, Arch.AMD64, "1G", List.of(), document)) {
            system.ready();

            assertThat(system.exec("until ctr version >/run/version 2>&1; do sleep 0.5; done; cat /run/version"))
                    .contains("Client:", "Server:");
            makeImage(system);
            assertThat(system.exec("ctr image import /run/demo.tar")).contains("docker.io/library/demo:1");
            assertThat(system.exec("ctr run --rm docker.io/library/demo:1 one /bin/busybox sh -c 'echo process $$'"))
                    .isEqualTo("process 1\n");
            assertThat(system.exec("ctr container ls -q")).isEmpty();
            assertThat(system.exec("wget -qO- http://127.0.0.1/")).contains("<code>httpd</code>");
        }
    }

    @Test
    void theExampleKeepsItsImagesOnADisk() throws Exception {
        String disk = folder.resolve("images.img") + ",size=256M";
        for (int boots = 1; boots <= 2; boots++) {
            try (BootedSystem system = BootedSystem.start(
                    folder, Arch.AMD64, "1G", List.of(), List.of(disk), Path.of("examples/containerd.yml"))) {
                system.ready();
                assertThat(system.exec("until ctr version >/run/version 2>&1; do sleep 0.5; done; cat /run/version"))
                        .contains("Client:", "Server:");
                if (boots == 1) {
                    makeImage(system);
                    system.exec("ctr image import /run/demo.tar");
                }
                assertThat(system.exec(
                                "ctr run --rm docker.io/library/demo:1 one /bin/busybox sh -c 'echo process $$'"))
                        .as("boot " + boots)
                        .isEqualTo("process 1\n");
                assertThat(system.exec("grep ' /var/lib/containerd ' /proc/mounts"))
                        .contains(" ext4 ");
                assertThat(system.vm().shutdown(BootedSystem.PATIENCE).reason()).isEqualTo(VmExit.Reason.POWERED_OFF);
            }
        }
    }

    /// An archive in Docker's form of an image with one program.
    private static void makeImage(BootedSystem system) {
        system.exec("mkdir /run/demo && tar cf /run/demo/layer.tar -C / bin/busybox");
        String digest = system.exec("sha256sum /run/demo/layer.tar").split(" ")[0];
        write(system, "config.json", """
            {"architecture": "amd64", "os": "linux", "config": {}, \
            "rootfs": {"type": "layers", "diff_ids": ["sha256:%s"]}}\
            """.formatted(digest));
        write(system, "manifest.json", """
            [{"Config": "config.json", "RepoTags": ["demo:1"], "Layers": ["layer.tar"]}]\
            """);
        system.exec("tar cf /run/demo.tar -C /run/demo manifest.json config.json layer.tar");
    }

    private static void write(BootedSystem system, String name, String text) {
        system.exec("echo '" + text + "' >/run/demo/" + name);
    }
}
