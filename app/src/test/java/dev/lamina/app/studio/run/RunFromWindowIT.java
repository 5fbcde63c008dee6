package dev.lamina.app.studio.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.Wiring;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.app.operation.MachineOptions;
import dev.lamina.app.operation.Vital;
import dev.lamina.app.operation.VmPrograms;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Dragging;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Live;
import dev.lamina.app.studio.session.Live.Phase;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.OwnClipboard;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.testing.Needed;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person sees of real machines that the window runs.
final class RunFromWindowIT {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String BASE = """
        kernel:
          image: lamina/kernel
          cmdline: "console=ttyAMA0 console=ttyS0 quiet"
        init: [lamina/init, lamina/runtime]
        """;

    @TempDir
    Path folder = Path.of("");

    private final WindowQueue window = new WindowQueue();
    private final ObjectProperty<MachineOptions> options =
            new SimpleObjectProperty<>(MachineOptions.DEFAULT.withAccelerator(AcceleratorChoice.TCG));

    @BeforeEach
    void qemu() {
        Needed.program("qemu-system-x86_64");
    }

    private Desk desk(Map<String, String> extra) {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.put("LAMINA_HOME", CHECKOUT.resolve("target/system-home").toString());
        variables.putAll(extra);
        Environment environment =
                new Environment(variables, folder, folder, OperatingSystem.LINUX, System.getProperty("os.arch"), false);
        return new Desk(new Wiring(environment), window, new OwnClipboard(), new Dragging(), Clock.systemUTC());
    }

    private RunViewModel model(String name, String text) {
        Desk desk = desk(Map.of());
        DocumentSession session = Sessions.session(desk, text);
        return new RunViewModel(session, desk, () -> name, options::get, () -> VmPrograms.USUAL);
    }

    private void until(RunViewModel model, Phase phase) throws InterruptedException {
        window.until(() -> {
            Phase now = model.live().phase().get();
            assertThat(now == Phase.FAILED && phase != Phase.FAILED)
                    .as(model.live().message().get())
                    .isFalse();
            return now == phase;
        });
    }

    private Notice notice(RunViewModel model) throws InterruptedException {
        window.until(() -> model.notice().get().isPresent());
        return model.notice().get().orElseThrow();
    }

    private static List<ProcessHandle> machines(String name) {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").contains("qemu-system"))
                .filter(process -> String.join(" ", process.info().arguments().orElse(new String[0]))
                        .contains(name))
                .toList();
    }

    @Test
    void theExampleRunsIsKilledRunsAgainAndIsStopped() throws Exception {
        RunViewModel model = model("seen.yml", Files.readString(CHECKOUT.resolve("examples/minimal.yml")));
        model.run();
        until(model, Phase.READY);
        Live live = model.live();
        assertThat(live.of(new Place(Lane.SERVICES, 0), model.session().composition()))
                .isEqualTo(new Vital(Vital.State.RUNNING, ""));

        machines("seen").forEach(ProcessHandle::destroyForcibly);
        until(model, Phase.FAILED);

        Notice notice = notice(model);
        assertThat(notice.text()).isEqualTo("The machine has ended: it was killed from outside (signal 9).");
        notice.remedies().getFirst().task().run();
        until(model, Phase.READY);
        Path log = live.consoleLog().get().orElseThrow();

        model.stop();
        until(model, Phase.OFF);

        assertThat(log).content().contains("reboot: Power down");
        assertThat(machines("seen")).isEmpty();
    }

    @Test
    void aChangeIsReadySoonAfterTheRestart() throws Exception {
        RunViewModel model = model("again.yml", Files.readString(CHECKOUT.resolve("examples/minimal.yml")));
        RunStatus status = new RunStatus(model, new Holding(model));
        model.run();
        until(model, Phase.READY);
        model.session().type(model.session().text().get().replace("INSECURE=true", "INSECURE=true\n      - A=b"));

        long begun = System.nanoTime();
        model.restart();
        window.until(() -> model.live().machine().get().isEmpty());
        until(model, Phase.READY);
        double took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) / 1e3;

        double boot = Double.parseDouble(status.status().get().words().replaceAll("[^0-9.]", ""));
        System.out.printf("restart: %.2f s from the change to ready, of which the guest's boot %.1f s%n", took, boot);
        assertThat(took - boot).isLessThan(5);
        model.forceStop();
        until(model, Phase.OFF);
    }

    @Test
    void aMachineIsHeldAndGoesBackToItsCleanState() throws Exception {
        RunViewModel model = model("kept.yml", Files.readString(CHECKOUT.resolve("examples/minimal.yml")));
        model.run();
        until(model, Phase.READY);
        VmHandle vm = model.live().machine().get().orElseThrow();
        SnapshotsViewModel snapshots = new SnapshotsViewModel(model.live(), window);
        Holding holding = new Holding(model);
        snapshots.keep();
        window.until(() -> !snapshots.kept().get().isEmpty());
        assertThat(vm.control().exec(List.of("touch", "/run/later"), PATIENCE).exitCode())
                .isZero();

        new Reset(model, snapshots).begin();
        window.until(() -> snapshots.message().get().startsWith("Back at clean"));
        assertThat(vm.control()
                        .exec(List.of("test", "-e", "/run/later"), PATIENCE)
                        .exitCode())
                .isEqualTo(1);

        holding.toggle();
        window.until(() -> holding.held().get());
        assertThat(vm.state()).isEqualTo(VmState.PAUSED);
        model.stop();
        until(model, Phase.OFF);
        assertThat(model.live().consoleLog().get().orElseThrow()).content().contains("reboot: Power down");
    }

    @Test
    void aServiceThatDiesIsRedWithItsReason() throws Exception {
        RunViewModel model = model("dying.yml", BASE + """
            services:
              - {name: dying, image: lamina/httpd, command: [/bin/sh, -c, "echo no such data; exit 3"]}
            """);
        model.run();
        Place dying = new Place(Lane.SERVICES, 0);
        window.until(() -> model.live().of(dying, model.session().composition()).failed());
        until(model, Phase.READY);

        assertThat(model.live().of(dying, model.session().composition()).reason())
                .isEqualTo("no such data");
        assertThat(model.notice().get()).isEmpty();
        model.forceStop();
        until(model, Phase.OFF);
    }

    @Test
    void aGuestOutOfMemoryIsExplainedWithHowMuchIsEnough() throws Exception {
        options.set(options.get().withMemory(ByteSize.parse("128M")));
        RunViewModel model = model("hungry.yml", BASE + """
            services:
              - {name: hungry, image: lamina/httpd, command: [/bin/sh, -c, "tail /dev/zero; exit 1"]}
            """);

        model.run();
        Notice notice = notice(model);

        assertThat(notice.text()).contains("out of memory");
        assertThat(notice.hint())
                .isEqualTo("Give the machine more memory, for example 256 MiB, or a limit to what takes it all.");
        assertThat(notice.remedies().getFirst().label()).isEqualTo("Give it 256 MiB");
        model.forceStop();
        until(model, Phase.OFF);
    }

    @Test
    void withoutQemuTheWayToGetItIsTold() throws Exception {
        Desk desk = desk(Map.of("LAMINA_QEMU", "/none"));
        RunViewModel model = new RunViewModel(
                Sessions.session(desk, BASE), desk, () -> "none.yml", options::get, () -> VmPrograms.USUAL);

        model.run();
        Notice notice = notice(model);

        assertThat(notice.text())
                .isEqualTo(
                        "It could not be started: qemu-system-x86_64 is not at /none, where LAMINA_QEMU or the settings"
                                + " say it is.");
        assertThat(notice.hint()).isEqualTo("name the folder of qemu-system-x86_64 there, or take that setting away");
        assertThat(Optional.of(notice.remedies().getFirst().label())).contains("Try again");
    }
}
