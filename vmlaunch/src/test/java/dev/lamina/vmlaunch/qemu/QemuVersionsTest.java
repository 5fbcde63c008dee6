package dev.lamina.vmlaunch.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.process.ProcessRunner;
import dev.lamina.vmlaunch.testing.Made;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for QEMU is a Unix program")
final class QemuVersionsTest {
    @TempDir
    Path folder;

    private final QemuVersions versions = new QemuVersions(new ProcessRunner());

    private Path qemu(String version, long modified) throws IOException {
        String script = "#!/bin/sh\necho x >>\"$0.asked\"; echo QEMU emulator version " + version + "\n";
        Path program = Made.program(folder.resolve("qemu"), script);
        return Files.setLastModifiedTime(program, FileTime.fromMillis(modified));
    }

    @Test
    void eachIsAskedOnceAndAnotherOneInItsPlaceAnew() throws IOException {
        Path program = qemu("7.2.22", 1_000);
        assertThat(versions.inspect(program)).isEqualTo(new QemuBinary(program, "7.2.22", 1_000));
        assertThat(versions.inspect(program)).isEqualTo(new QemuBinary(program, "7.2.22", 1_000));
        assertThat(folder.resolve("qemu.asked")).hasContent("x\n");

        qemu("10.2.0", 2_000);
        assertThat(versions.inspect(program)).isEqualTo(new QemuBinary(program, "10.2.0", 2_000));
    }
}
