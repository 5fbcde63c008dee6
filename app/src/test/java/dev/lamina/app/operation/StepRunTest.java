package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.StepResult.Failed;
import dev.lamina.app.operation.StepResult.Passed;
import dev.lamina.app.operation.StepResult.Result;
import dev.lamina.app.operation.StepResult.Skipped;
import dev.lamina.app.testing.FakeControl;
import dev.lamina.app.testing.FakeHypervisor;
import dev.lamina.app.testing.FakeVm;
import dev.lamina.model.BootMedia;
import dev.lamina.model.expect.BootTest.Step;
import dev.lamina.model.expect.BootTestReader;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.SourceText;
import dev.lamina.model.yaml.StrictMapping;
import dev.lamina.vmlaunch.Feature;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class StepRunTest {
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Duration SHORT = Duration.ofMillis(800);

    @TempDir
    Path folder = Path.of("");

    private FakeControl agent = new FakeControl();
    private Set<Feature> features = EnumSet.allOf(Feature.class);
    private boolean keepGoing = true;

    private static List<Step> steps(String... lines) {
        String text = "test:\n  expect:\n    - " + String.join("\n    - ", lines) + "\n";
        BootTestReader reader = new BootTestReader();
        List<Step> steps = reader.read(StrictMapping.parse(new SourceText("x.lamina.yml", text)))
                .steps();
        assertThat(reader.problems()).isEmpty();
        return steps;
    }

    private List<Result> run(Consumer<FakeVm> play, Duration timeout, String... lines) throws InterruptedException {
        VmSpec spec = VmSpec.of(
                "m", new BootMedia.KernelInitrd(Arch.AMD64, folder.resolve("k"), Optional.empty(), ""), folder);
        CountDownLatch begun = new CountDownLatch(1);
        FakeHypervisor hypervisor = new FakeHypervisor(vm -> {
            await(begun);
            play.accept(vm);
        });
        try (FakeVm vm = ((FakeVm) hypervisor.start(spec, Reporter.silent())).answering(agent);
                StepRun run = new StepRun(vm, features, port -> port, timeout, Reporter.silent())) {
            begun.countDown();
            return run.run(steps(lines), keepGoing, result -> {}).stream()
                    .map(StepResult::result)
                    .toList();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void eachStepIsWaitedForInItsTurn() throws InterruptedException {
        agent.on("service status web", 0, "web running pid=7\n")
                .on("id -u", 0, "0\n")
                .on("web: touch /x", 1, "touch: /x: Read-only file system\n")
                .on("exit 3", 3, "")
                .on("logs web", 0, "first\nlistening on 80\n");

        assertThat(run(
                        vm -> {
                            vm.print("host login: ");
                            vm.send("exit", Map.of("name", "dhcp", "code", "0"));
                            vm.send("ready");
                        },
                        LONG,
                        "{ready: true, within: 40s}",
                        "console: 'login:'",
                        "service: web",
                        "{exec: id -u, output: '0'}",
                        "{exec: touch /x, in: web, fails: true, contains: Read-only}",
                        "{exec: exit 3, code: 3}",
                        "{log: web, contains: listening}",
                        "{event: exit, name: dhcp, code: 0}"))
                .hasSize(8)
                .containsOnly(new Passed());
    }

    @Test
    void aStepThatFailsSaysWhatIsSoInstead() throws InterruptedException {
        agent.on("service status web", 0, "web down code=1\n")
                .on("id -u", 0, "1000\n")
                .on("false", 1, "")
                .on("logs web", 0, "first\nno such file\u001b[2J\n");

        assertThat(run(
                        vm -> vm.print("starting\n"),
                        SHORT,
                        "console: 'login:'",
                        "ready: true",
                        "service: web",
                        "{exec: id -u, output: '0'}",
                        "exec: 'false'",
                        "exec: unheard of",
                        "{log: web, contains: listening}"))
                .containsExactly(
                        new Failed("it has not shown it"),
                        new Failed("it has told nothing of that"),
                        new Failed("it says \"web down code=1\""),
                        new Failed("exit code 0, it says \"1000\""),
                        new Failed("exit code 1, nothing is printed"),
                        new Failed("the guest did not answer 'unheard of': nothing within 1 ms"),
                        new Failed("its last line: it says \"no such file\\x1b[2J\""));
    }

    @Test
    void portsAreAskedOnThisComputer() throws InterruptedException, IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int open = server.getLocalPort();
            int closed;
            try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                closed = other.getLocalPort();
            }
            assertThat(run(
                            vm -> {},
                            SHORT,
                            "tcp: " + open,
                            "tcp: " + closed,
                            "http: 'http://127.0.0.1:" + closed + "/'"))
                    .containsExactly(
                            new Passed(), new Failed("nobody listens there"), new Failed("there is no answer"));
        }
    }

    @Test
    void aStepTakesNoMoreThanItsOwnTime() throws InterruptedException {
        long begun = System.nanoTime();

        List<Result> results =
                run(vm -> vm.send("ready"), LONG, "{console: never, within: 200ms}", "{ready: true, within: 30s}");

        assertThat(results).containsExactly(new Failed("it has not shown it"), new Passed());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void whenTheTimeIsOverTheRestIsLookedAtOnce() throws InterruptedException {
        assertThat(run(vm -> vm.print("here\n"), SHORT, "console: never", "console: here", "ready: true"))
                .containsExactly(
                        new Failed("it has not shown it"), new Passed(), new Failed("it has told nothing of that"));
    }

    @Test
    void behindAStepThatFailedTheRestCanBeLeftOut() throws InterruptedException {
        keepGoing = false;

        assertThat(run(vm -> vm.print("here\n"), SHORT, "console: here", "console: never", "console: here"))
                .containsExactly(
                        new Passed(), new Failed("it has not shown it"), new Skipped("an earlier step failed"));
    }

    @Test
    void aMachineThatEndsMidwayIsNotWaitedFor() throws InterruptedException {
        assertThat(run(
                        vm -> {
                            vm.print("bye\n");
                            vm.end(new VmExit(VmExit.Reason.FAILED, 1, "QEMU ended with exit code 1"));
                        },
                        LONG,
                        "console: bye",
                        "exec: id",
                        "console: 'login:'",
                        "exec: id",
                        "console: bye"))
                .containsExactly(
                        new Passed(),
                        new Failed("the machine has ended: QEMU ended with exit code 1"),
                        new Failed("it has not shown it; the machine has ended: QEMU ended with exit code 1"),
                        new Skipped("the machine has ended: QEMU ended with exit code 1"),
                        new Passed());
    }

    @Test
    void aPanicIsNotWaitedForEither() throws InterruptedException {
        assertThat(run(
                        vm -> vm.print("Kernel panic - not syncing: No working init found.\nlast words\n"),
                        LONG,
                        "console: 'login:'",
                        "service: web",
                        "{explained: no-init}",
                        "console: last words"))
                .containsExactly(
                        new Failed("it has not shown it; the system has failed: the image has no init program"),
                        new Skipped("the system has failed: the image has no init program"),
                        new Passed(),
                        new Passed());
    }

    @Test
    void aTextIsFoundHoweverMuchIsPrintedBehindIt() throws InterruptedException {
        String line = "x".repeat(1023) + "\n";

        assertThat(run(
                        vm -> {
                            vm.print("found me\n");
                            for (int i = 0; i < 600; i++) {
                                vm.print(line);
                            }
                            vm.send("ready");
                        },
                        LONG,
                        "ready: true",
                        "console: found me"))
                .containsExactly(new Passed(), new Passed());
    }

    @Test
    void longOutputIsCutAndNonsenseIsShownSafely() throws InterruptedException {
        agent.on("cat /dev/urandom", 0, "\u0007\u202e" + "y".repeat(1_000_000));

        assertThat(run(vm -> {}, SHORT, "{exec: cat /dev/urandom, output: x}"))
                .containsExactly(new Failed("exit code 0, it says \"\\x07\\x202e" + "y".repeat(78) + "…\""));
    }

    @Test
    void whatTheHypervisorLacksIsLeftOut() throws InterruptedException {
        agent = FakeControl.missing();
        features = Set.of();
        Skipped control = new Skipped("this hypervisor has no channel to the guest: take --backend qemu");
        Skipped ports = new Skipped("this hypervisor publishes no ports: take --backend qemu");

        assertThat(run(
                        vm -> vm.print("login:"),
                        LONG,
                        "console: 'login:'",
                        "service: web",
                        "exec: id",
                        "{log: web, contains: x}",
                        "tcp: 2222",
                        "http: 'http://127.0.0.1:8080/'"))
                .containsExactly(new Passed(), control, control, control, ports, ports);
    }
}
