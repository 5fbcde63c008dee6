package dev.lamina.app.system;

import static dev.lamina.app.system.FromHost.awaitListener;
import static dev.lamina.app.system.FromHost.freePort;
import static dev.lamina.app.system.FromHost.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.PublishedPort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Images in the forms that others make boot under Lamina's init: a Docker archive with a label, and a plain root file
/// system that knows nothing of LinuxKit.
final class ForeignImagesIT {
    private static final String SYSTEM = BootedSystem.BASE + """
            onboot:
              - {name: dhcp, image: lamina/dhcp}
            services:
              - {name: labelled, image: example.org/foreign/labelled:1}
              - name: plain
                image: example.org/foreign/plain:1
                net: host
                command: [/bin/sh, -c, "echo plain > /var/www/index.html && exec /bin/httpd -f -p 8080 -h /var/www"]
            """;

    @TempDir
    Path folder = Path.of("");

    private void lamina(String... command) {
        Command.Lamina run = Command.lamina(folder, command);
        assertThat(run.code()).as(run.err()).isZero();
    }

    @Test
    void imagesOfOthersRun() throws Exception {
        lamina("catalogue", "fetch", "--arch", "amd64", "httpd");
        lamina("image", "export", "lamina/httpd", "--arch", "amd64", "--format", "docker", "-o", "httpd.tar");
        lamina("image", "import", "httpd.tar", "--name", "example.org/foreign/labelled:1");
        lamina("image", "export", "lamina/httpd", "--arch", "amd64", "--format", "filesystem", "-o", "root.tar");
        lamina("image", "import", "root.tar", "--arch", "amd64", "--name", "example.org/foreign/plain:1");
        Path document = Files.writeString(folder.resolve("system.yml"), SYSTEM);
        int labelled = freePort();
        int plain = freePort();

        try (BootedSystem system = BootedSystem.start(
                folder,
                Arch.AMD64,
                "256M",
                List.of(PublishedPort.tcp(labelled, 80), PublishedPort.tcp(plain, 8080)),
                document)) {
            system.ready();
            awaitListener(system, 80);
            awaitListener(system, 8080);

            assertThat(page(labelled, "/")).contains("<html");
            assertThat(page(plain, "/")).isEqualTo("plain\n");
            assertThat(system.exec("cat /containers/services/plain/config.json"))
                    .contains("\"/bin/sh\"");
        }
    }
}
