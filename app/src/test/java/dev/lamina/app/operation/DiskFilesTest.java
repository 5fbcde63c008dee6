package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.Disk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DiskFilesTest {
    @TempDir
    Path folder = Path.of("");

    private final List<Progress> said = new ArrayList<>();

    private DiskFiles disks() {
        return new DiskFiles(folder, folder.resolve("machine"), new Reporter(said::add, () -> false));
    }

    private List<Disk> provide(String... texts) throws IOException {
        return disks().provide(Stream.of(texts).map(DiskRequest::parse).toList());
    }

    @Test
    void aMissingDiskOfKnownSizeIsMade() throws IOException {
        assertThat(provide("data.img,size=1G")).containsExactly(Disk.raw(folder.resolve("data.img")));
        assertThat(folder.resolve("data.img")).hasSize(1L << 30);
    }

    @Test
    void disksWithoutAPathAreInTheMachinesFolder() throws IOException {
        Path machine = Files.createDirectory(folder.resolve("machine"));

        assertThat(provide("size=1M", "data.img,size=1M", "size=2M"))
                .containsExactly(
                        Disk.raw(machine.resolve("disk.img")),
                        Disk.raw(folder.resolve("data.img")),
                        Disk.raw(machine.resolve("disk2.img")));
    }

    @Test
    void anExistingDiskStaysAsItIs() throws IOException {
        Path disk = Files.writeString(folder.resolve("data.img"), "precious");

        assertThat(provide("data.img,size=1G")).containsExactly(Disk.raw(disk));
        assertThat(disk).hasContent("precious");
        assertThat(said)
                .containsExactly(
                        new Progress.Note(Progress.Level.INFO, "the disk data.img stays as it is, with 8 bytes"));
    }

    @Test
    void theFormatComesFromTheNameOrTheUserAndNotFromTheContent() throws IOException {
        Path named = Files.writeString(folder.resolve("a.qcow2"), "QFI\u00fb", StandardCharsets.ISO_8859_1);
        Path other = Files.writeString(folder.resolve("b.img"), "QFI\u00fb", StandardCharsets.ISO_8859_1);

        assertThat(provide("a.qcow2", "b.img,format=raw", "b.img,format=qcow2"))
                .containsExactly(Disk.qcow2(named), Disk.raw(other), Disk.qcow2(other));
        assertThatThrownBy(() -> provide("b.img"))
                .isInstanceOf(InputException.class)
                .hasMessage("the disk b.img looks like qcow2, but its name does not end in .qcow2")
                .extracting(e -> ((InputException) e).hint())
                .isEqualTo(Optional.of("add ,format=qcow2 or ,format=raw"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.img | there is no disk a.img | give its size to make it: --disk a.img,size=1G",
                "a.vmdk,size=2G | there is no disk a.vmdk, and this version makes raw and qcow2 disks only "
                        + "| make it with: qemu-img create -f vmdk a.vmdk 2G",
                "a.qcow2 | there is no disk a.qcow2 | give its size to make it: --disk a.qcow2,size=1G",
                "none/a.img,size=1G | there is no folder for the disk none/a.img | make the folder first"
            })
    void aDiskThatCannotBeHadIsExplained(String disk, String message, String hint) {
        assertThatThrownBy(() -> provide(disk))
                .isInstanceOf(InputException.class)
                .hasMessage(message)
                .extracting(e -> ((InputException) e).hint())
                .isEqualTo(Optional.of(hint));
    }

    @Test
    void aQcow2IsMadeWhenItsNameOrTheUserSaysSo() throws IOException {
        Files.createDirectory(folder.resolve("machine"));
        assertThat(provide("a.qcow2,size=2G", "size=1G,format=qcow2"))
                .containsExactly(
                        Disk.qcow2(folder.resolve("a.qcow2")), Disk.qcow2(folder.resolve("machine/disk1.img")));
        assertThat(folder.resolve("a.qcow2"))
                .content(StandardCharsets.ISO_8859_1)
                .startsWith("QFI\u00fb");
    }

    @Test
    void onlyWhatWasMadeHereIsDiscarded() throws IOException {
        Path old = Files.writeString(folder.resolve("old.img"), "precious");
        DiskFiles disks = disks();
        disks.provide(List.of(DiskRequest.parse("old.img"), DiskRequest.parse("new.img,size=1M")));

        disks.discard();

        assertThat(old).exists();
        assertThat(folder.resolve("new.img")).doesNotExist();
    }
}
