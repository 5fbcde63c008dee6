package dev.lamina.app.studio.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.DiskRequest;
import dev.lamina.app.operation.MachineOptions;
import dev.lamina.app.operation.Vital;
import dev.lamina.app.studio.run.RunStatus.Mood;
import dev.lamina.app.studio.run.RunStatus.Status;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Live;
import dev.lamina.app.studio.session.Live.Phase;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.testing.FakeHypervisor;
import dev.lamina.app.testing.FakeVm;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.PublishedPort;
import dev.lamina.vmlaunch.VmExit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunViewModelTest {
    private static final Map<String, String> WEB = Map.of("section", "services", "name", "web");

    @TempDir
    Path home = Path.of("");

    private final WindowQueue window = new WindowQueue();

    private RunFixture fixture(Consumer<FakeVm> play) {
        return new RunFixture(home, window, play);
    }

    private void until(RunFixture run, Phase phase) throws InterruptedException {
        window.until(() -> run.model.live().phase().get() == phase);
    }

    private Notice notice(RunFixture run) throws InterruptedException {
        window.until(() -> run.model.notice().get().isPresent());
        return run.model.notice().get().orElseThrow();
    }

    private static List<String> labels(Notice notice) {
        return notice.remedies().stream().map(Notice.Remedy::label).toList();
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> fields = new HashMap<>(WEB);
        fields.put(key, value);
        return fields;
    }

    @Test
    void aSystemIsBuiltStartedAndReady() throws Exception {
        RunFixture run = fixture(vm -> {
            vm.send("start", WEB);
            vm.send("ready");
        });
        List<Phase> phases = new ArrayList<>();
        run.model.live().phase().subscribe(phase -> {
            phases.add(phase);
        });

        run.model.run();
        until(run, Phase.READY);

        assertThat(phases).containsExactly(Phase.OFF, Phase.BUILDING, Phase.STARTING, Phase.BOOTING, Phase.READY);
        assertThat(run.hypervisor().specs().getFirst().name()).isEqualTo("web");
        assertThat(run.model.live().of(new Place(Lane.SERVICES, 0), run.session.composition()))
                .isEqualTo(new Vital(Vital.State.RUNNING, ""));
    }

    @Test
    void itIsTheTextAsItIsNowThatRunsSavedOrNot() throws Exception {
        RunFixture run = fixture(vm -> vm.send("ready"));
        run.session.type(RunFixture.DOCUMENT.replace("kernel:\n  image: lamina/kernel\n", ""));

        run.model.run();
        until(run, Phase.FAILED);

        assertThat(notice(run).text()).isEqualTo("It could not be started: web.yml has no kernel to boot.");
        assertThat(notice(run).hint()).isEqualTo("add a section \"kernel\" with \"image: lamina/kernel\"");
        assertThat(labels(notice(run))).containsExactly("Try again");

        run.session.type(RunFixture.DOCUMENT);
        notice(run).remedies().getFirst().task().run();
        until(run, Phase.READY);
        assertThat(run.model.notice().get()).isEmpty();
    }

    @Test
    void aSystemWithoutEventsIsReadyWithItsLoginPrompt() throws Exception {
        RunFixture run = fixture(vm -> {});
        run.model.run();
        until(run, Phase.BOOTING);

        run.vm(0).print("tiny log");
        run.vm(0).print("in: ");

        until(run, Phase.READY);
    }

    @Test
    void stoppingAsksTheGuest() throws Exception {
        RunFixture run = fixture(vm -> vm.send("ready"));
        run.model.run();
        until(run, Phase.READY);

        run.model.stop();
        assertThat(run.model.live().phase().get()).isEqualTo(Phase.STOPPING);
        until(run, Phase.OFF);

        assertThat(run.vm(0).calls()).startsWith("shutdown");
        assertThat(run.model.live().machine().get()).isEmpty();
        assertThat(run.model.notice().get()).isEmpty();
    }

    @Test
    void aSecondStopIsByForce() throws Exception {
        CountDownLatch deaf = new CountDownLatch(1);
        RunFixture run = fixture(vm -> vm.send("ready"));
        run.hypervisor().shutdown(() -> deaf.await());
        run.model.run();
        until(run, Phase.READY);

        run.model.stop();
        run.model.stop();
        until(run, Phase.OFF);

        assertThat(run.vm(0).calls()).contains("kill");
        deaf.countDown();
    }

    @Test
    void stoppingABuildLeavesNothingBehind() throws Exception {
        RunFixture run = fixture(vm -> vm.send("ready"));
        run.build = new CountDownLatch(1);
        run.model.run();

        run.model.stop();
        run.build.countDown();

        assertThat(run.model.live().phase().get()).isEqualTo(Phase.OFF);
        run.model.run();
        until(run, Phase.READY);
        assertThat(run.hypervisor().specs()).hasSize(1);
    }

    @Test
    void aMachineThatIsKilledFromOutsideIsAFailureWithAWayOn() throws Exception {
        RunFixture run = fixture(vm -> vm.send("ready"));
        run.model.run();
        until(run, Phase.READY);

        run.vm(0).end(new VmExit(VmExit.Reason.FAILED, 137, "QEMU ended with exit code 137"));
        until(run, Phase.FAILED);

        Notice notice = notice(run);
        assertThat(notice.text()).isEqualTo("The machine has ended: it was killed from outside (signal 9).");
        assertThat(labels(notice)).containsExactly("Try again", "Show the console");
        assertThat(run.model.live().message().get()).isEqualTo(notice.text());
    }

    @Test
    void aSystemThatPowersItselfOffIsNoFailure() throws Exception {
        RunFixture run = fixture(vm -> vm.send("ready"));
        run.model.run();
        until(run, Phase.READY);

        run.vm(0).powerOff();
        until(run, Phase.OFF);

        assertThat(run.model.live().message().get()).isEqualTo("The system powered itself off.");
        assertThat(run.model.notice().get()).isEmpty();
    }

    @Test
    void aServiceThatDiesIsRedAndNoAlarmForTheMachine() throws Exception {
        RunFixture run = fixture(vm -> vm.send("ready"));
        run.model.run();
        until(run, Phase.READY);

        run.vm(0).send("exit", Map.of("section", "services", "name", "web", "code", "1", "reason", "Address in use"));
        Live live = run.model.live();
        window.until(() -> live.events().size() == 2);
        window.settle();

        assertThat(live.of(new Place(Lane.SERVICES, 0), run.session.composition()))
                .isEqualTo(new Vital(Vital.State.FAILED, "Address in use"));
        assertThat(live.phase().get()).isEqualTo(Phase.READY);
        assertThat(run.model.notice().get()).isEmpty();
    }

    @Test
    void aPanicIsExplainedWhileTheMachineIsStillOn() throws Exception {
        RunFixture run = fixture(vm -> vm.print("Kernel panic - not syncing: Attempted to kill init!\r\n"));
        RunStatus status = run.status();

        run.model.run();
        Notice notice = notice(run);

        assertThat(notice.text()).startsWith("The system has failed: ");
        assertThat(labels(notice)).containsExactly("Restart", "Show the console");
        assertThat(notice.details()).isNotEmpty();
        assertThat(status.status().get()).isEqualTo(new Status(Mood.FAILED, "Failed, still on"));
        run.model.stop();
        until(run, Phase.OFF);
    }

    @Test
    void aGuestOutOfMemoryIsToldHowMuchIsEnough() throws Exception {
        RunFixture run = fixture(vm -> vm.send("ready"));
        run.options.set(MachineOptions.DEFAULT.withMemory(ByteSize.parse("96M")));
        run.model.run();
        until(run, Phase.READY);

        run.vm(0)
                .send(
                        "exit",
                        Map.of(
                                "section",
                                "services",
                                "name",
                                "web",
                                "code",
                                "137",
                                "reason",
                                "out of memory (the whole system)"));
        Notice notice = notice(run);

        assertThat(notice.text()).isEqualTo("The system ran out of memory and ended a program for want of it.");
        assertThat(labels(notice)).containsExactly("Give it 192 MiB", "Restart");
        notice.remedies().getFirst().task().run();
        window.until(() -> run.hypervisor().specs().size() == 2);
        assertThat(run.hypervisor().specs().getLast().memoryMib()).isEqualTo(192);
        until(run, Phase.READY);
    }

    @Test
    void aMissingHypervisorIsToldWithTheWayToGetItAndTriedAgain() throws Exception {
        RunFixture run = new RunFixture(
                home,
                window,
                new FakeHypervisor(vm -> vm.send("ready")).missing("QEMU was not found", "sudo apt install qemu"));

        run.model.run();
        Notice notice = notice(run);

        assertThat(notice.text()).isEqualTo("It could not be started: QEMU was not found.");
        assertThat(notice.hint()).isEqualTo("sudo apt install qemu");
        run.hypervisor().found();
        notice.remedies().getFirst().task().run();
        until(run, Phase.READY);
    }

    @Test
    void whatIsWrongWithTheComputerCanBeLookedAt() throws InterruptedException {
        RunFixture run = new RunFixture(
                home, window, new FakeHypervisor(vm -> {}).missing("QEMU was not found", "sudo apt install qemu"));
        List<String> looked = new ArrayList<>();
        run.model.notices().doctor(() -> looked.add("doctor"));

        run.model.run();
        Notice notice = notice(run);

        assertThat(notice.remedies())
                .extracting(Notice.Remedy::label)
                .containsExactly("Try again", "Check this computer");
        notice.remedies().getLast().task().run();
        assertThat(looked).containsExactly("doctor");
    }

    @Test
    void aFullDiskIsNamedWithWhatToDo() throws Exception {
        RunFixture run = fixture(vm -> vm.send("ready"));
        run.disk = Optional.of(new IOException("No space left on device"));

        run.model.run();
        Notice notice = notice(run);

        assertThat(notice.text()).isEqualTo("It could not be started: the disk is full.");
        assertThat(notice.hint()).isEqualTo("make room, or set LAMINA_HOME to another disk");
        run.disk = Optional.empty();
        notice.remedies().getFirst().task().run();
        until(run, Phase.READY);
    }

    @Test
    void aBusyPortIsNamedWithItsProgramAndAnotherOneOffered() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            RunFixture run = new RunFixture(home, window, new FakeHypervisor(vm -> vm.send("ready")).checkingPorts());
            run.options.set(MachineOptions.DEFAULT.withPorts(List.of(PublishedPort.tcp(port, 80))));

            run.model.run();
            Notice notice = notice(run);

            assertThat(notice.text())
                    .isEqualTo(
                            "It could not be started: port 127.0.0.1:" + port + "/tcp is in use by another program.");
            assertThat(notice.hint())
                    .isEqualTo("The port is used by java (process "
                            + ProcessHandle.current().pid() + ").");
            assertThat(labels(notice).getFirst()).startsWith("Use port ");
            notice.remedies().getFirst().task().run();
            until(run, Phase.READY);
            assertThat(run.hypervisor().specs().getLast().ports())
                    .isNotEqualTo(run.options.get().ports());
        }
    }

    @Test
    void restartingBuildsWhileTheOldMachineGoesOn() throws Exception {
        RunFixture run = fixture(vm -> vm.send("ready"));
        run.model.run();
        until(run, Phase.READY);
        run.build = new CountDownLatch(1);

        run.model.restart();
        assertThat(run.model.live().phase().get()).isEqualTo(Phase.READY);
        assertThat(run.model.rebuilding().get()).isTrue();
        run.build.countDown();
        window.until(() -> run.hypervisor().machines().size() == 2);
        window.until(() -> run.model.live().machine().get().equals(Optional.of(run.vm(1))));
        until(run, Phase.READY);

        assertThat(run.vm(0).calls()).startsWith("kill");
        assertThat(run.model.rebuilding().get()).isFalse();
    }

    @Test
    void aRestartThatCannotBeBuiltLeavesTheOldMachineAlone() throws Exception {
        RunFixture run = fixture(vm -> vm.send("ready"));
        run.model.run();
        until(run, Phase.READY);
        run.session.type("services: 1\n");

        run.model.restart();

        assertThat(notice(run).text())
                .startsWith("The new version could not be started, so the machine before goes on: ");
        assertThat(run.model.live().phase().get()).isEqualTo(Phase.READY);
        assertThat(run.vm(0).calls()).isEmpty();
    }

    @Test
    void otherOptionsWantARestart() throws Exception {
        RunFixture run = fixture(vm -> vm.send("ready"));
        run.options.set(MachineOptions.DEFAULT.withMemory(ByteSize.parse("1G")));
        assertThat(run.model.notice().get()).isEmpty();
        run.model.run();
        until(run, Phase.READY);

        run.model.optionsMayHaveChanged();
        run.options.set(MachineOptions.DEFAULT.withMemory(ByteSize.parse("2G")));
        run.model.optionsMayHaveChanged();

        assertThat(notice(run).text()).isEqualTo("The options of the machine have changed. Restart it to apply them.");
        assertThat(labels(notice(run))).containsExactly("Restart");
    }

    @Test
    void resettingThrowsAwayWhatTheMachineWrote() throws Exception {
        RunFixture run = fixture(vm -> vm.send("ready"));
        run.options.set(MachineOptions.DEFAULT.withDisks(List.of(DiskRequest.parse("size=1M"))));
        run.model.run();
        until(run, Phase.READY);
        Path disk = home.resolve("machines/web/disk.img");
        Files.writeString(disk, "written");

        run.reset();
        Notice question = notice(run);

        assertThat(question.text()).isEqualTo("Reset to clean throws away what this machine wrote: " + disk + ".");
        assertThat(labels(question)).containsExactly("Throw it away and run", "Cancel");
        question.remedies().getFirst().task().run();
        window.until(() -> run.hypervisor().machines().size() == 2);
        until(run, Phase.READY);
        assertThat(Files.size(disk)).isEqualTo(1 << 20);
    }

    @Test
    void whatTakesLongIsNoFailure() throws Exception {
        RunFixture run = fixture(vm -> vm.send("waiting", with("for", "net")));
        run.model.run();
        window.until(() -> !run.model.live().events().isEmpty());

        window.runLater();
        Notice notice = notice(run);

        assertThat(notice.kind()).isEqualTo(Notice.Kind.INFO);
        assertThat(notice.text()).isEqualTo("The system is not ready after 60 s.");
        assertThat(notice.hint()).isEqualTo("Still starting: services web (waits for net).");
        assertThat(run.model.live().phase().get()).isEqualTo(Phase.BOOTING);

        run.vm(0).send("ready");
        until(run, Phase.READY);

        assertThat(run.model.notice().get()).isEmpty();
        run.model.forceStop();
        until(run, Phase.OFF);
    }

    @Test
    void whatComesAfterTheEndIsDoneOnce() throws Exception {
        RunFixture run = fixture(vm -> vm.send("ready"));
        run.model.run();
        until(run, Phase.READY);
        List<String> done = new ArrayList<>();

        run.model.stopThen(() -> done.add("closed"));
        assertThat(done).isEmpty();
        window.until(() -> !done.isEmpty());

        assertThat(run.model.live().phase().get()).isEqualTo(Phase.OFF);
        run.model.run();
        until(run, Phase.READY);
        run.model.stop();
        until(run, Phase.OFF);
        assertThat(done).containsExactly("closed");
    }

    @Test
    void aGuestThatTalksWithoutEndFillsNoMemory() throws Exception {
        RunFixture run = fixture(vm -> {
            for (int i = 0; i < 30_000; i++) {
                vm.send("start", WEB);
            }
            vm.send("ready");
        });
        run.model.run();
        window.until(() -> run.model.live().machine().get().isPresent());

        run.vm(0).powerOff();
        until(run, Phase.OFF);

        assertThat(run.model.live().events()).hasSizeLessThanOrEqualTo(10_000);
    }

    @Test
    void theStateIsToldInWords() throws Exception {
        RunFixture run = fixture(vm -> {});
        RunStatus status = run.status();
        assertThat(status.status().get()).isEqualTo(Status.NONE);
        run.build = new CountDownLatch(1);

        run.model.run();
        assertThat(status.status().get()).isEqualTo(new Status(Mood.BUSY, "Building…"));
        run.build.countDown();
        until(run, Phase.BOOTING);
        assertThat(status.status().get().words()).matches("Booting \\d\\.\\d s");
        run.vm(0).send("ready");
        until(run, Phase.READY);
        assertThat(status.status().get().words()).matches("Ready in \\d\\.\\d s");
        run.session.type(RunFixture.DOCUMENT + "# more\n");
        assertThat(status.status().get()).isEqualTo(new Status(Mood.READY, "Ready, changed since"));
        run.model.stop();
        assertThat(status.status().get()).isEqualTo(new Status(Mood.BUSY, "Stopping…"));
        until(run, Phase.OFF);
        assertThat(Optional.of(status.status().get())).contains(Status.NONE);
    }
}
