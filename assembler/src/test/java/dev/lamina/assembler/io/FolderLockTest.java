package dev.lamina.assembler.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class FolderLockTest {
    @TempDir
    Path folder;

    /// Without the lock, additions by several threads get lost.
    @Test
    void oneThreadAtATimeHasTheFolder() {
        int[] count = {0};
        List<CompletableFuture<Void>> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(CompletableFuture.runAsync(() -> {
                for (int j = 0; j < 100; j++) {
                    count(count);
                }
            }));
        }
        threads.forEach(CompletableFuture::join);
        assertThat(count[0]).isEqualTo(400);
    }

    private void count(int[] count) {
        try (FolderLock ignored = FolderLock.acquire(folder)) {
            int before = count[0];
            Thread.yield();
            count[0] = before + 1;
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    @Test
    void otherProcessesSeeTheLockUntilItIsReleased() throws IOException {
        try (FolderLock ignored = FolderLock.acquire(folder);
                FileChannel other = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.WRITE)) {
            assertThatThrownBy(other::tryLock).isInstanceOf(OverlappingFileLockException.class);
        }
        try (FileChannel other = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.WRITE)) {
            assertThat(other.tryLock()).isNotNull();
        }
    }

    @Test
    void itIsNotReentrantAndSaysSo() throws IOException {
        try (FolderLock ignored = FolderLock.acquire(folder)) {
            assertThatThrownBy(() -> FolderLock.acquire(folder))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the lock of " + folder + " is held already");
        }
        FolderLock.acquire(folder).close();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links need a privilege there")
    void aFolderHasOneLockWhateverItIsCalled() throws IOException {
        Path other = Files.createSymbolicLink(folder.resolve("link"), folder);
        try (FolderLock ignored = FolderLock.acquire(folder)) {
            assertThatThrownBy(() -> FolderLock.acquire(other)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aLockThatCannotBeHadIsNotHeld() throws IOException {
        Path blocked = Files.createDirectories(folder.resolve("blocked"));
        Path lock = Files.createDirectory(blocked.resolve(".lock"));
        assertThatThrownBy(() -> FolderLock.acquire(blocked)).isInstanceOf(IOException.class);
        Files.delete(lock);
        FolderLock.acquire(blocked).close();
        assertThatThrownBy(() -> FolderLock.acquire(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }
}
