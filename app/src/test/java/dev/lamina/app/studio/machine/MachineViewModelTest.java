package dev.lamina.app.studio.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.app.operation.DiskRequest;
import dev.lamina.app.operation.MachineOptions;
import dev.lamina.app.operation.VmPrograms;
import dev.lamina.app.studio.files.FileChoice;
import dev.lamina.app.studio.files.OpenDocument;
import dev.lamina.app.studio.files.Workbench;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.testing.HeldBackground;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.model.check.Finding;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.PublishedPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineViewModelTest {
    @TempDir
    Path home;

    private OpenDocument document(String name, String text) throws IOException {
        Desk desk = Sessions.desk(home);
        Workbench workbench = new Workbench(desk, new FileChoice() {
            @Override
            public List<Path> open() {
                return List.of();
            }

            @Override
            public Optional<Path> save(String suggested, Optional<Path> folder) {
                return Optional.of(home.resolve("saved.yml"));
            }
        });
        bench = workbench;
        if (name.isEmpty()) {
            workbench.create(text);
        } else {
            workbench.open(Files.writeString(home.resolve(name), text));
        }
        return workbench.current().get().orElseThrow();
    }

    private Workbench bench = new Workbench(Sessions.desk(Path.of("unused")));

    private MachineViewModel model(OpenDocument document) {
        return new MachineViewModel(document, Sessions.desk(home), home);
    }

    private String side(String name) throws IOException {
        return Files.readString(home.resolve(name));
    }

    @Test
    void whatIsChangedIsWrittenBesideTheDocument() throws IOException {
        MachineViewModel model = model(document("web.yml", "kernel: {image: lamina/kernel}\n"));
        assertThat(home.resolve("web.lamina.yml")).doesNotExist();
        model.set(model.profile().withMemory(Optional.of(new ByteSize(256 << 20))));
        model.set(model.profile().withPublish(List.of(PublishedPort.tcp(8080, 80))));
        assertThat(side("web.lamina.yml")).isEqualTo("""
            run:
              memory: 256M
              publish:
                - "8080:80"
            """);
        MachineOptions options = model.options();
        assertThat(options.memory()).contains(new ByteSize(256 << 20));
        assertThat(options.ports()).containsExactly(PublishedPort.tcp(8080, 80));
    }

    @Test
    void rulesLookAtTheMachineOfTheSideFile() throws IOException {
        Files.writeString(home.resolve("web.lamina.yml"), "run: {publish: ['8080:80', '8080:81']}\n");
        OpenDocument document = document("web.yml", "kernel: {image: lamina/kernel}\n");
        MachineViewModel model = model(document);
        assertThat(found(document, "NET02"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.fix()).isEmpty());
        model.set(model.profile().withPublish(List.of()));
        assertThat(found(document, "NET02")).isEmpty();
    }

    private static List<Finding> found(OpenDocument document, String code) {
        return document.session().reviewed().get().orElseThrow().validation().findings().stream()
                .filter(finding -> finding.code().equals(code))
                .toList();
    }

    @Test
    void whatSomebodyElseWroteCountsAndIsNotOverwritten() throws IOException {
        MachineViewModel model = model(document("web.yml", "kernel: {image: lamina/kernel}\n"));
        Files.writeString(home.resolve("web.lamina.yml"), "run: {cpus: 3} # mine\n");
        assertThat(model.options().cpus()).isEqualTo(3);
        model.set(model.profile().withCpus(OptionalInt.of(2)));
        assertThat(side("web.lamina.yml")).isEqualTo("run: {cpus: 3} # mine\n");
        assertThat(model.message().get()).isEqualTo("somebody else has changed the side file; it was read again");
        assertThat(model.profile().cpus()).hasValue(3);
        model.set(model.profile().withCpus(OptionalInt.of(2)));
        assertThat(side("web.lamina.yml")).isEqualTo("run: {cpus: 2} # mine\n");
        assertThat(model.message().get()).isEmpty();
    }

    @Test
    void whatIsChangedQuicklyOneAfterTheOtherIsAllKept() throws IOException {
        HeldBackground background = new HeldBackground();
        MachineViewModel model = new MachineViewModel(
                document("web.yml", "kernel: {image: lamina/kernel}\n"), Sessions.desk(home, background), home);
        background.all();
        model.set(model.profile().withCpus(OptionalInt.of(2)));
        model.set(model.profile().withUsb(true));
        assertThat(model.profile().cpus()).hasValue(2);
        background.all();
        assertThat(side("web.lamina.yml")).isEqualTo("run:\n  cpus: 2\n  usb: true\n");
        assertThat(model.message().get()).isEmpty();
        assertThat(model.side().get().profile()).isEqualTo(model.profile());
    }

    @Test
    void aWrongSideFileIsSaidAndNothingRunsWithIt() throws IOException {
        Files.writeString(home.resolve("web.lamina.yml"), "run: {cpus: none}\n");
        MachineViewModel model = model(document("web.yml", "kernel: {image: lamina/kernel}\n"));
        assertThat(model.message().get()).endsWith("web.lamina.yml:1:13: 'none' is not a number of CPUs");
        assertThatThrownBy(model::options)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'none' is not a number of CPUs");
    }

    @Test
    void anUnsavedDocumentTakesItsMachineAlong() throws IOException {
        OpenDocument document = document("", "kernel: {image: lamina/kernel}\n");
        MachineViewModel model = model(document);
        model.set(model.profile().withCpus(OptionalInt.of(2)));
        assertThat(model.options().cpus()).isEqualTo(2);
        bench.save(document);
        assertThat(side("saved.lamina.yml")).isEqualTo("run:\n  cpus: 2\n");
        assertThat(model.profile().cpus()).hasValue(2);
    }

    @Test
    void theHypervisorOfTheSideFileIsTheOneThatRuns() throws IOException {
        MachineViewModel model = model(document("web.yml", "kernel: {image: lamina/kernel}\n"));
        assertThat(model.programs()).isEqualTo(VmPrograms.USUAL);
        model.set(model.profile().withBackend(Optional.of("qemu")));
        assertThat(side("web.lamina.yml")).isEqualTo("run:\n  backend: qemu\n");
        assertThat(model.programs()).isEqualTo(new VmPrograms(Optional.of("qemu"), Optional.empty(), Optional.empty()));
    }

    @Test
    void rowsAreReadAsPeopleTypeThem() {
        assertThat(Rows.port(" 8080", "80 ", "tcp", false)).isEqualTo(PublishedPort.tcp(8080, 80));
        assertThat(Rows.port("53", "53", "udp", true)).isEqualTo(PublishedPort.parse("0.0.0.0:53:53/udp"));
        assertThatThrownBy(() -> Rows.port("http", "80", "tcp", false)).isInstanceOf(InputException.class);
        assertThat(Rows.disk("a,b.img", "1G").file()).contains("a,b.img");
        assertThat(Rows.disk("", "512M")).isEqualTo(DiskRequest.parse("size=512M"));
        assertThatThrownBy(() -> Rows.disk("x", "big")).isInstanceOf(InputException.class);
        assertThat(List.of(Rows.hostPort(80), Rows.hostPort(443), Rows.hostPort(6379), Rows.hostPort(53)))
                .containsExactly(8080, 8443, 6379, 10053);
    }
}
