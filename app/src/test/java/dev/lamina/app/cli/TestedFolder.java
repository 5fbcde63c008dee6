package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.Environment;
import dev.lamina.app.testing.FakeControl;
import dev.lamina.app.testing.FakeHypervisor;
import dev.lamina.app.testing.FakeVm;
import dev.lamina.app.testing.PlayedWiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A folder with a system and its side file, and `lamina test` on machines that are played.
final class TestedFolder {
    static final Consumer<FakeVm> LOGIN = vm -> {
        vm.answering(new FakeControl().on("service status web", 0, "web running pid=7\n"));
        vm.print("Linux\r\nhost login: ");
    };

    private final Path folder;
    private FakeHypervisor hypervisor = new FakeHypervisor(LOGIN);

    TestedFolder(Path folder) {
        this.folder = folder;
    }

    FakeHypervisor hypervisor() {
        return hypervisor;
    }

    /// `web.yml`, and what is expected of it.
    void write() throws IOException {
        Files.writeString(folder.resolve("web.yml"), "kernel: {image: lamina/kernel}\n");
        side("run: {memory: 300M}\ntest: {expect: [{console: 'login:'}]}\n");
    }

    void side(String text) throws IOException {
        Files.writeString(folder.resolve("web.lamina.yml"), text);
    }

    void plays(Consumer<FakeVm> play) {
        hypervisor = new FakeHypervisor(play);
    }

    CliRun run(String... args) {
        Environment environment = CliRun.environment(folder);
        return CliRun.with(
                new PlayedWiring(environment, () -> hypervisor, folder.resolve("kernel")), environment, "", args);
    }

    /// Times are different each time.
    static String timeless(String text) {
        return text.replaceAll("\\d+\\.\\d s", "T s")
                .replaceAll("\"seconds\":[0-9.E-]+", "\"seconds\":T")
                .replaceAll("time=\"[0-9.]+\"", "time=\"T\"")
                .replaceAll("timestamp=\"[^\"]+\"", "timestamp=\"T\"");
    }

    void nothingIsLeft() throws IOException {
        assertThat(hypervisor.machines())
                .allSatisfy(vm -> assertThat(vm.state().isFinal()).isTrue());
        try (Stream<Path> scratch = Files.list(folder.resolve("home/scratch"))) {
            assertThat(scratch.filter(Files::isDirectory)).isEmpty();
        }
    }
}
