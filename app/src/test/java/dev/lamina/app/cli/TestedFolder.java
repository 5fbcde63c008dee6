package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.Wiring;
import dev.lamina.app.operation.BuildImage;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Operations;
import dev.lamina.app.operation.VmPrograms;
import dev.lamina.app.testing.FakeControl;
import dev.lamina.app.testing.FakeHypervisor;
import dev.lamina.app.testing.FakeVm;
import dev.lamina.assembler.format.ImageOutput;
import dev.lamina.model.BootMedia;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Hypervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    /// The real thing but for the builder and the hypervisor.
    private final class Wired extends Wiring {
        Wired(Environment environment) {
            super(environment);
        }

        @Override
        protected Hypervisor hypervisor() {
            return hypervisor;
        }

        @Override
        public Operations withPrograms(VmPrograms value) {
            return this;
        }

        @Override
        public BuildImage buildImage() {
            return (request, reporter) -> {
                reporter.checkCancelled();
                return new ImageOutput(
                        List.of(),
                        Optional.of(new BootMedia.KernelInitrd(
                                Arch.AMD64, folder.resolve("kernel"), Optional.empty(), "quiet")));
            };
        }
    }

    void plays(Consumer<FakeVm> play) {
        hypervisor = new FakeHypervisor(play);
    }

    CliRun run(String... args) {
        Environment environment = CliRun.environment(folder);
        return CliRun.with(new Wired(environment), environment, "", args);
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
