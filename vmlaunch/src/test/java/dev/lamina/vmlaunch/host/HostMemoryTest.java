package dev.lamina.vmlaunch.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostMemoryTest {
    private static final long MIB = 1 << 20;

    @TempDir
    Path root;

    private void has(String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private HostMemory memory() throws IOException {
        has("proc/meminfo", "MemTotal:        8388608 kB\nMemFree:  100 kB\nMemAvailable:    4194304 kB\n");
        return new HostMemory(root);
    }

    @Test
    void itIsWhatTheKernelSays() throws IOException {
        HostMemory memory = memory();
        assertThat(memory.total()).hasValue(8192 * MIB);
        assertThat(memory.available()).hasValue(4096 * MIB);
        assertThat(memory.limited()).isFalse();
    }

    @Test
    void aContainerHasLess() throws IOException {
        has("proc/self/cgroup", "0::/box/one\n");
        has("sys/fs/cgroup/box/one/memory.max", "1073741824\n");
        has("sys/fs/cgroup/box/one/memory.current", "536870912\n");
        has("sys/fs/cgroup/box/one/memory.stat", "anon 1\ninactive_file 268435456\n");
        HostMemory memory = memory();
        assertThat(memory.total()).hasValue(1024 * MIB);
        assertThat(memory.available()).hasValue(768 * MIB);
        assertThat(memory.limited()).isTrue();
    }

    @Test
    void aContainerThatSeesOnlyItselfIsAtTheTop() throws IOException {
        has("proc/self/cgroup", "0::/not/here\n");
        has("sys/fs/cgroup/memory.max", "1073741824\n");
        assertThat(memory().total()).hasValue(1024 * MIB);
    }

    @Test
    void aGroupWithoutALimitChangesNothing() throws IOException {
        has("proc/self/cgroup", "0::/\n");
        has("sys/fs/cgroup/memory.max", "max\n");
        assertThat(memory().limited()).isFalse();
        assertThat(memory().available()).hasValue(4096 * MIB);
    }

    @Test
    void aGroupCannotLeadElsewhere() throws IOException {
        has("proc/self/cgroup", "0::/../../../elsewhere\n");
        has("elsewhere/memory.max", "1\n");
        assertThat(memory().total()).hasValue(8192 * MIB);
    }

    @Test
    void otherSystemsSayNothing() {
        HostMemory memory = new HostMemory(root.resolve("none"));
        assertThat(memory.total()).isEmpty();
        assertThat(memory.available()).isEmpty();
        assertThat(memory.limited()).isFalse();
    }

    @Test
    void nonsenseIsNoAnswer() throws IOException {
        has("proc/meminfo", "MemTotal: many\nMemAvailable: 99999999999999999999999 kB\n");
        HostMemory memory = new HostMemory(root);
        assertThat(memory.total()).isEmpty();
        assertThat(memory.available()).isEmpty();
    }
}
