package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PortOwnerTest {
    @TempDir
    Path proc = Path.of("");

    private void tables() throws IOException {
        Files.createDirectories(proc.resolve("net"));
        Files.writeString(proc.resolve("net/tcp"), """
              sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
               0: 0100007F:1F90 0100007F:9C40 01 00000000:00000000 00:00000000 00000000     0        0 111 1 0
               1: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 222 1 0
            """);
        Path process = Files.createDirectories(proc.resolve("4711/fd"));
        Files.writeString(proc.resolve("4711/comm"), "nginx\n");
        Files.createSymbolicLink(process.resolve("3"), Path.of("socket:[222]"));
    }

    @Test
    void theProgramThatListensIsNamed() throws IOException {
        tables();

        assertThat(new PortOwner(proc).of(8080, false)).contains("nginx (process 4711)");
    }

    @Test
    void aPortThatNobodyListensOnHasNoOwner() throws IOException {
        tables();

        assertThat(new PortOwner(proc).of(8081, false)).isEmpty();
        assertThat(new PortOwner(proc).of(8080, true)).isEmpty();
    }

    @Test
    void whereNobodyTellsThereIsNoOwner() {
        assertThat(new PortOwner(proc.resolve("none")).of(8080, false)).isEmpty();
    }
}
