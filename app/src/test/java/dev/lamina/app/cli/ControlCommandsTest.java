package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.Environment;
import dev.lamina.app.testing.FakeGuest;
import dev.lamina.app.testing.FakeHypervisor;
import dev.lamina.app.testing.FakeVm;
import dev.lamina.app.testing.PlayedWiring;
import dev.lamina.vmlaunch.VmState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is done with a machine from outside of the command that runs it: through its real socket.
final class ControlCommandsTest {
    @TempDir
    Path folder = Path.of("");

    private final FakeGuest guest = new FakeGuest();
    private final CountDownLatch up = new CountDownLatch(1);
    private FakeHypervisor hypervisor = new FakeHypervisor(this::play);
    private CompletableFuture<CliRun> running = CompletableFuture.completedFuture(new CliRun(0, "", ""));

    private void play(FakeVm vm) {
        vm.answering(guest);
        vm.print("welcome\r\n");
        up.countDown();
    }

    @BeforeEach
    void run() throws Exception {
        byte[] kernel = new byte[1024];
        System.arraycopy(new byte[] {'H', 'd', 'r', 'S'}, 0, kernel, 0x202, 4);
        Files.write(folder.resolve("box-kernel"), kernel);
        Files.writeString(folder.resolve("box-cmdline"), "quiet");
        hypervisor = hypervisor.reachableIn(Files.createDirectory(folder.resolve("run")));
        running = start();
    }

    private CompletableFuture<CliRun> start() throws InterruptedException {
        CompletableFuture<CliRun> run = CompletableFuture.supplyAsync(() -> lamina("run", "-q", "box"));
        assertThat(up.await(20, TimeUnit.SECONDS)).isTrue();
        Path record = folder.resolve("home/machines/box/machine.properties");
        while (!Files.exists(record)) {
            Thread.onSpinWait();
        }
        return run;
    }

    @AfterEach
    void end() throws Exception {
        if (vm().state() != VmState.STOPPED) {
            vm().powerOff();
        }
        running.get(20, TimeUnit.SECONDS);
    }

    private FakeVm vm() {
        return hypervisor.machines().getFirst();
    }

    private CliRun lamina(String... args) {
        return with("", args);
    }

    private CliRun with(String input, String... args) {
        Environment environment = CliRun.environment(folder);
        return CliRun.with(
                new PlayedWiring(environment, () -> hypervisor, folder.resolve("kernel")), environment, input, args);
    }

    @Test
    void aCommandRunsInTheSystemAndItsCodeIsOurs() {
        guest.says("exec id -u", 0, "0\n").says("enter web ls -l /none", 7, "no such file\n");

        assertThat(lamina("exec", "id", "-u")).isEqualTo(new CliRun(0, "0\n", ""));
        assertThat(lamina("exec", "--vm", "box", "--in", "web", "--", "ls", "-l", "/none"))
                .isEqualTo(new CliRun(7, "no such file\n", ""));
        assertThat(lamina("exec", "--json", "id", "-u"))
                .isEqualTo(new CliRun(
                        0, "{\"machine\":\"box\",\"exitCode\":0,\"output\":\"0\\n\",\"truncated\":false}\n", ""));
    }

    @Test
    void aSystemThatRefusesIsAFailureOfOurs() {
        assertThat(lamina("exec", "true"))
                .isEqualTo(new CliRun(
                        4, "", "lamina: the guest did not answer 'exec': it knows nothing of 'exec true'\n"));
    }

    @Test
    void aMachineThatIsNotThereIsNamed() {
        assertThat(lamina("exec", "--vm", "nobody", "true"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: there is no machine nobody that runs\nhint: 'lamina ps' lists those that do\n"));
    }

    @Test
    void whatAComponentPrintedIsPrinted() {
        guest.says("logs web", 0, "one\ntwo\n");

        assertThat(lamina("logs", "web")).isEqualTo(new CliRun(0, "one\ntwo\n", ""));
        assertThat(lamina("logs", "box", "web").out()).isEqualTo("one\ntwo\n");
        assertThat(lamina("logs", "--json", "web").out()).isEqualTo("{\"line\":\"one\"}\n{\"line\":\"two\"}\n");
        assertThat(lamina("logs", "nobody", "web").code()).isEqualTo(1);
    }

    @Test
    void theConsoleIsReadFromItsLogWhetherTheMachineRunsOrNot() throws Exception {
        Files.writeString(folder.resolve("home/machines/box/console.log"), "welcome\r\n");

        assertThat(lamina("logs")).isEqualTo(new CliRun(0, "welcome\r\n", ""));
        CompletableFuture<CliRun> followed = CompletableFuture.supplyAsync(() -> lamina("logs", "--follow", "box"));
        end();
        assertThat(followed.get(20, TimeUnit.SECONDS).out()).isEqualTo("welcome\r\n");
        assertThat(lamina("logs", "box"))
                .isEqualTo(new CliRun(0, "welcome\r\n", "box has ended; this is what it showed last\n"));
        assertThat(lamina("logs").err()).isEqualTo("lamina: no machine runs\nhint: start one with 'lamina run FILE'\n");
    }

    @Test
    void whoAttachesSeesWhatWasPrintedAndTypesUntilItEnds() throws Exception {
        CompletableFuture<CliRun> attached = CompletableFuture.supplyAsync(() -> with("ls\n", "attach", "box"));
        while (!vm().typed().equals("ls\n")) {
            Thread.onSpinWait();
        }
        vm().print("bin\r\n");
        end();

        assertThat(attached.get(20, TimeUnit.SECONDS))
                .isEqualTo(new CliRun(
                        0, "welcome\r\nbin\r\n", "attached to box; to leave it press Ctrl-C here\n\nbox has ended\n"));
    }

    @Test
    void itIsHeldAndGoesOn() {
        assertThat(lamina("pause")).isEqualTo(new CliRun(0, "", "box is held; to let it go on: lamina resume box\n"));
        assertThat(vm().state()).isEqualTo(VmState.PAUSED);
        assertThat(lamina("ps", "--json").out()).contains("\"state\":\"paused\"");
        assertThat(lamina("resume", "box", "--json").out()).isEqualTo("{\"machine\":\"box\",\"state\":\"running\"}\n");
        assertThat(vm().state()).isEqualTo(VmState.RUNNING);
    }

    @Test
    void snapshotsAreKeptListedRestoredAndThrownAway() {
        assertThat(lamina("snapshot", "save", "clean")).isEqualTo(new CliRun(0, "", "box: kept clean\n"));
        assertThat(lamina("snapshot", "ls")).isEqualTo(new CliRun(0, """
            NAME   MADE                  MEMORY
            clean  1970-01-01T00:00:00Z  1.0 MB
            """, ""));
        assertThat(lamina("snapshot", "restore", "clean", "--vm", "box", "--json")
                        .out())
                .isEqualTo("{\"machine\":\"box\",\"snapshot\":\"clean\"}\n");
        assertThat(lamina("snapshot", "rm", "clean").err()).isEqualTo("box: threw away clean\n");
        assertThat(lamina("snapshot", "restore", "clean").code()).isEqualTo(1);
        assertThat(vm().snapshots().asked())
                .isEqualTo(List.of("save clean", "restore clean", "remove clean", "restore clean"));
    }

    @Test
    void stoppingItEndsTheMachineAndNotTheProcess() throws Exception {
        assertThat(lamina("stop", "box")).isEqualTo(new CliRun(0, "", "ended box\n"));

        assertThat(running.get(20, TimeUnit.SECONDS).code()).isZero();
        assertThat(vm().calls()).contains("shutdown");
        assertThat(lamina("ps", "--json").out()).isEmpty();
    }
}
