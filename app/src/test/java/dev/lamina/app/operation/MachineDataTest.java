package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineDataTest {
    @TempDir
    Path folder = Path.of("");

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "x");
    }

    private MachineData data() {
        return new MachineData(folder.resolve("machines"), folder);
    }

    @Test
    void whatTheGuestWroteIsDisksAndSettings() throws IOException {
        Path disk = file("machines/web/disk.img");
        Path second = file("machines/web/disk1.img");
        Path settings = file("machines/web/uefi-variables.fd");
        file("machines/web/console.log");
        file("machines/web/.lock");

        List<Path> lost = data().of("web", MachineOptions.DEFAULT);

        assertThat(lost).containsExactly(disk, second, settings);
        data().remove(lost);
        assertThat(folder.resolve("machines/web")).isDirectoryNotContaining("glob:**/disk*");
        assertThat(folder.resolve("machines/web/console.log")).exists();
    }

    @Test
    void aTpmIsForgottenAndSnapshotsGoWithWhatTheyNeed() throws IOException {
        Path snapshots = file("machines/web/snapshots.qcow2");
        assertThat(data().of("web", MachineOptions.DEFAULT)).isEmpty();

        Path tpm = file("machines/web/tpm/tpm2-00.permall");
        assertThat(data().of("web", MachineOptions.DEFAULT)).containsExactly(tpm, snapshots);
    }

    @Test
    void ofTheUsersFilesOnlyADiskThatCanBeMadeAgainIsOne() throws IOException {
        Path made = file("data.img");
        file("mine.img");

        assertThat(data().of(
                                "web",
                                MachineOptions.DEFAULT.withDisks(
                                        List.of(DiskRequest.parse("data.img,size=1G"), DiskRequest.parse("mine.img")))))
                .containsExactly(made);
    }

    @Test
    void aFolderThatTheUserChoseKeepsEverythingElse() throws IOException {
        Path disk = file("state/disk.img");
        file("state/thesis.txt");

        assertThat(data().of("web", MachineOptions.DEFAULT.withState(Optional.of("state"))))
                .containsExactly(disk);
    }

    @Test
    void aMachineThatNeverRanHasWrittenNothing() {
        assertThat(data().of("new", MachineOptions.DEFAULT)).isEmpty();
    }
}
