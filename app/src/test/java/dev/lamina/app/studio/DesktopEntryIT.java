package dev.lamina.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.testing.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The files for desktops, judged by the programs of desktops.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its desktop has other files")
final class DesktopEntryIT {
    private static final Path SHARE =
            Path.of("../installers/linux/share").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void theEntryIsOne() throws Exception {
        assertThat(said("desktop-file-validate", SHARE + "/applications/dev.lamina.Lamina.desktop"))
                .isEmpty();
    }

    @Test
    void theTypeIsTakenIntoTheDatabase() throws Exception {
        Path packages = Files.createDirectories(folder.resolve("mime/packages"));
        Files.copy(SHARE.resolve("mime/packages/dev.lamina.Lamina.xml"), packages.resolve("dev.lamina.Lamina.xml"));

        said("update-mime-database", folder.resolve("mime").toString());

        assertThat(folder.resolve("mime/globs2"))
                .content()
                .contains(
                        "50:application/vnd.lamina.composition+yaml:*.linuxkit.yml\n",
                        "50:application/vnd.lamina.composition+yaml:*.lamina\n");
    }

    private String said(String... command) throws IOException, InterruptedException {
        Needed.program(command[0]);
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        return Files.readString(log);
    }
}
