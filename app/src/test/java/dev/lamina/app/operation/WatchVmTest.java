package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.WatchVm.Told;
import dev.lamina.app.testing.FakeHypervisor;
import dev.lamina.app.testing.PlayedWiring;
import dev.lamina.assembler.segment.CompressionLevel;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WatchVmTest {
    private static final String DOCUMENT = """
        kernel:
          image: lamina/kernel
        services:
          - name: web
            image: lamina/httpd
            env: [PORT=80]
        files:
          - path: index.html
            source: index.html
        """;

    @TempDir
    Path folder = Path.of("");

    private final FakeHypervisor hypervisor = new FakeHypervisor(vm -> vm.send("ready"));
    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private Thread following = new Thread();

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("kernel"), "");
        Files.writeString(folder.resolve("web.yml"), DOCUMENT);
        Files.writeString(folder.resolve("index.html"), "hello");
    }

    @AfterEach
    void stop() throws InterruptedException {
        following.interrupt();
        following.join();
    }

    private void begin(MachineOptions machine) throws IOException {
        BootSource source = new BootSource(
                List.of("web.yml"), Optional.empty(), Optional.empty(), CompressionLevel.FAST, Fetching.USUAL);
        WatchVm.Watched watched = new PlayedWiring(folder, hypervisor)
                .watchVm()
                .begin(new RunVm.Request(source, machine), Reporter.silent(), told::add);
        following = Thread.ofVirtual().start(() -> {
            try (watched) {
                watched.follow();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private <T extends Told> T next(Class<T> kind) throws InterruptedException {
        Told next = told.poll(30, TimeUnit.SECONDS);
        assertThat(next).isInstanceOf(kind);
        return kind.cast(next);
    }

    private void save(String text) throws IOException {
        Files.writeString(folder.resolve("web.yml"), text);
    }

    @Test
    void aChangedServiceReplacesTheMachine() throws Exception {
        begin(MachineOptions.DEFAULT);
        next(Told.Started.class);
        assertThat(next(Told.Ready.class).sinceSave()).isZero();

        save(DOCUMENT.replace("80", "81"));

        assertThat(next(Told.Changed.class)).isEqualTo(new Told.Changed(List.of("service web")));
        assertThat(next(Told.Started.class).vm().name()).isEqualTo("web");
        assertThat(next(Told.Ready.class).sinceSave()).isPositive();
        assertThat(hypervisor.machines()).hasSize(2);
        assertThat(hypervisor.machines().getFirst().calls()).containsExactly("kill", "close");
    }

    @Test
    void aFileOfTheSystemCountsAsWell() throws Exception {
        begin(MachineOptions.DEFAULT);
        next(Told.Started.class);
        next(Told.Ready.class);

        Files.writeString(folder.resolve("index.html"), "hello again");

        assertThat(next(Told.Changed.class)).isEqualTo(new Told.Changed(List.of("index.html")));
        next(Told.Started.class);
    }

    @Test
    void whatCannotBeBuiltLeavesTheMachineAlone() throws Exception {
        begin(MachineOptions.DEFAULT);
        next(Told.Started.class);
        next(Told.Ready.class);

        save("services: {");

        Told.Refused refused = next(Told.Refused.class);
        assertThat(refused.goesOn()).isTrue();
        assertThat(refused.problem()).hasMessageContaining("web.yml:");
        assertThat(hypervisor.machines().getFirst().calls()).isEmpty();

        save(DOCUMENT + "# nothing but a comment\n");

        next(Told.Unchanged.class);
    }

    @Test
    void aMachineWithDisksIsShutDownInOrder() throws Exception {
        begin(MachineOptions.DEFAULT.withDisks(List.of(DiskRequest.parse("size=1M"))));
        next(Told.Started.class);
        next(Told.Ready.class);

        save(DOCUMENT.replace("web", "www"));

        assertThat(next(Told.Changed.class))
                .isEqualTo(new Told.Changed(List.of("service www (new)", "service web (removed)")));
        next(Told.Started.class);
        assertThat(hypervisor.machines().getFirst().calls()).containsExactly("shutdown", "close");
    }

    @Test
    void aMachineThatEndsByItselfStartsAgainAfterTheNextSave() throws Exception {
        begin(MachineOptions.DEFAULT);
        next(Told.Started.class);
        next(Told.Ready.class);

        hypervisor.machines().getFirst().powerOff();
        assertThat(next(Told.Ended.class).exit().detail()).isEqualTo("the guest powered off");
        save(DOCUMENT + "# again\n");

        assertThat(next(Told.Changed.class)).isEqualTo(new Told.Changed(List.of()));
        next(Told.Started.class);
    }
}
