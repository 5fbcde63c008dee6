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
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.PublishedPort;
import dev.lamina.vmlaunch.VmSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class TestCommandTest {
    private static final Consumer<FakeVm> LOGIN = vm -> {
        vm.answering(new FakeControl().on("service status web", 0, "web running pid=7\n"));
        vm.print("Linux\r\nhost login: ");
    };

    @TempDir
    Path folder = Path.of("");

    private FakeHypervisor hypervisor = new FakeHypervisor(LOGIN);

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("web.yml"), "kernel: {image: lamina/kernel}\n");
        side("run: {memory: 300M}\ntest: {expect: [{console: 'login:'}]}\n");
    }

    private void side(String text) throws IOException {
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

    private void plays(Consumer<FakeVm> play) {
        hypervisor = new FakeHypervisor(play);
    }

    private CliRun run(String... args) {
        Environment environment = CliRun.environment(folder);
        return CliRun.with(new Wired(environment), environment, "", args);
    }

    /// Times are different each time.
    private static String timeless(String text) {
        return text.replaceAll("\\d+\\.\\d s", "T s")
                .replaceAll("\"seconds\":[0-9.E-]+", "\"seconds\":T")
                .replaceAll("time=\"[0-9.]+\"", "time=\"T\"")
                .replaceAll("timestamp=\"[^\"]+\"", "timestamp=\"T\"");
    }

    private void nothingIsLeft() throws IOException {
        assertThat(hypervisor.machines())
                .allSatisfy(vm -> assertThat(vm.state().isFinal()).isTrue());
        try (Stream<Path> scratch = Files.list(folder.resolve("home/scratch"))) {
            assertThat(scratch.filter(Files::isDirectory)).isEmpty();
        }
    }

    @Test
    void stepsThatPassAreListed() throws IOException {
        side("test: {expect: [{console: 'login:'}, {service: web, within: 50s}]}\n");
        CliRun run = run("test", "-q", "web.yml");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(timeless(run.out())).isEqualTo("""
            web.yml
              passed   the console shows "login:"  (T s)
              passed   the service web runs within 50 s  (T s)
            web.yml passed: 2 of 2 steps in T s (tcg)
            """);
        assertThat(hypervisor.machines().getFirst().calls()).containsExactly("shutdown", "close");
        nothingIsLeft();
    }

    @Test
    void aStepThatFailsIsExplainedByWhatTheBootShows() throws IOException {
        side("test: {timeout: 100ms, expect: [{console: 'login:'}, {service: web}, {console: Linux}]}\n");
        plays(vm -> {
            vm.answering(new FakeControl().on("service status web", 0, "web down code=1\n"));
            vm.print("Linux\r\nlamina: web failed with code 1: no such file: /srv/web, the source of a bind\r\n");
        });

        CliRun run = run("test", "-q", "web.yml");

        assertThat(run.code()).isEqualTo(1);
        assertThat(timeless(run.out())).isEqualTo("""
            web.yml
              FAILED   the console shows "login:"  (T s)
                       it has not shown it
              FAILED   the service web runs  (T s)
                       it says "web down code=1"
              passed   the console shows "Linux"  (T s)
            what failed:
              web: it binds /srv/web of the system, and nothing makes it
                seen: no such file: /srv/web, the source of a bind
                rule: MNT01 (lamina explain MNT01)
                fix:  make it before: a files entry, runtime: {mkdir: [/srv/web]}, or an onboot container that mounts it
            last lines of the console:
              | Linux
              | lamina: web failed with code 1: no such file: /srv/web, the source of a bind
            web.yml FAILED: 2 of 3 steps in T s (tcg)
            """);
        nothingIsLeft();
    }

    @Test
    void aSystemThatFailsForGoodIsEndedAtOnce() throws IOException {
        side("test: {expect: [{console: 'login:'}, {service: web}]}\n");
        plays(vm -> vm.answering(new FakeControl()).print("Kernel panic - not syncing: tiny\u001b[2J\r\n"));

        CliRun run = run("test", "-q", "web.yml", "--junit", "report.xml");

        assertThat(run.code()).isEqualTo(1);
        assertThat(hypervisor.machines().getFirst().calls()).startsWith("kill");
        assertThat(timeless(Files.readString(folder.resolve("report.xml")))).isEqualTo("""
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="lamina test" tests="2" failures="1" errors="0" time="T">
              <testsuite name="web.yml" tests="2" failures="1" errors="0" skipped="1" time="T" timestamp="T">
                <properties>
                  <property name="accelerator" value="tcg"/>
                  <property name="ended" value="the machine was stopped"/>
                </properties>
                <testcase name="the console shows &quot;login:&quot;" classname="web" time="T">
                  <failure message="it has not shown it; the system has failed: the guest's kernel panicked" \
            type="expectation">the console shows &quot;login:&quot;
            it has not shown it; the system has failed: the guest's kernel panicked</failure>
                </testcase>
                <testcase name="the service web runs" classname="web" time="T">
                  <skipped message="the system has failed: the guest's kernel panicked"/>
                </testcase>
                <system-out>Kernel panic - not syncing: tiny</system-out>
                <system-err>what failed:
              kernel: the guest's kernel panicked
                seen: Kernel panic - not syncing: tiny
                fix:  see the console log</system-err>
              </testsuite>
            </testsuites>
            """);
        nothingIsLeft();
    }

    @Test
    void aResultIsOneJsonObject() throws IOException {
        side("test: {timeout: 100ms, expect: [{console: 'login:'}, {console: never}]}\n");

        CliRun run = run("--json", "test", "web.yml");

        assertThat(run.code()).isEqualTo(1);
        assertThat(timeless(run.out()))
                .isEqualTo("{\"file\":\"web.yml\",\"passed\":false,\"accelerator\":\"tcg\",\"seconds\":T,\"steps\":["
                        + "{\"check\":\"the console shows \\\"login:\\\"\",\"result\":\"passed\",\"seconds\":T},"
                        + "{\"check\":\"the console shows \\\"never\\\"\",\"result\":\"failed\",\"found\":"
                        + "\"it has not shown it\",\"seconds\":T}],\"ended\":\"the guest powered off\",\"failures\":[],"
                        + "\"lastLines\":[\"Linux\",\"host login:\"]}\n");
    }

    @Test
    void theMachineIsThatOfTheSideFileAndOptionsCountMore() throws IOException {
        side("run: {cpus: 3, memory: 300M}\ntest: {memory: 200M, expect: [{console: 'login:'}]}\n");

        assertThat(run("test", "web.yml", "--accel", "kvm").code()).isZero();
        assertThat(run("test", "web.yml", "--mem", "1G").code()).isZero();

        VmSpec first = hypervisor.specs().getFirst();
        assertThat(first.cpus()).isEqualTo(3);
        assertThat(first.memoryMib()).isEqualTo(200);
        assertThat(first.accelerator()).isEqualTo(AcceleratorChoice.KVM);
        assertThat(hypervisor.specs().getLast().memoryMib()).isEqualTo(1024);
    }

    @Test
    void disksAreFreshAndTheUsersOwnStayAsTheyAre() throws IOException {
        side("""
            run: {disks: [{file: new.img, size: 1M}, {file: kept.img}, {size: 2M}]}
            test: {expect: [{console: 'login:'}]}
            """);
        Files.writeString(folder.resolve("kept.img"), "precious");
        assertThat(run("test", "web.yml").code()).isZero();

        List<Path> files =
                hypervisor.specs().getFirst().disks().stream().map(Disk::file).toList();
        assertThat(files).hasSize(3).allSatisfy(file -> assertThat(file).startsWithRaw(folder.resolve("home/scratch")));
        assertThat(files.get(1).getFileName()).hasToString("1-kept.img");
        assertThat(folder.resolve("new.img")).doesNotExist();
        assertThat(folder.resolve("kept.img")).hasContent("precious");
        nothingIsLeft();
    }

    @Test
    void aPortThatAnotherProgramHasIsMoved() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();
            side("run: {publish: ['%d:80']}\ntest: {expect: [{console: 'login:'}]}\n".formatted(taken));

            CliRun run = run("test", "web.yml");

            assertThat(run.code()).isZero();
            assertThat(run.err()).contains("port " + taken + " is taken by another program; ");
            PublishedPort published = hypervisor.specs().getFirst().ports().getFirst();
            assertThat(published.guestPort()).isEqualTo(80);
            assertThat(published.hostPort()).isNotEqualTo(taken);
        }
    }

    @Test
    void severalSystemsAreTestedOneAfterTheOther() throws IOException {
        Files.writeString(folder.resolve("bare.yml"), "kernel: {image: lamina/kernel}\n");

        CliRun run = run("test", "-q", "bare.yml", "web.lamina.yml", "web.yml", "--junit", "report.xml");

        assertThat(run.code()).isEqualTo(1);
        assertThat(timeless(run.out())).isEqualTo("""
            web.yml
              passed   the console shows "login:"  (T s)
            web.yml passed: 1 of 1 step in T s (tcg)
            2 systems: 1 passed, 0 failed, 1 could not be tested in T s
            """);
        assertThat(run.err()).isEqualTo("""
            lamina: nothing is expected of bare.yml: there is no bare.lamina.yml
            hint: write into bare.lamina.yml: test: {expect: [{console: "login:"}]}
            """);
        assertThat(timeless(Files.readString(folder.resolve("report.xml")))).contains("""
              <testsuite name="bare.yml" tests="1" failures="0" errors="1" skipped="0" time="T">
                <testcase name="the system starts" classname="bare" time="T">
                  <error message="nothing is expected of bare.yml: there is no bare.lamina.yml" type="input">\
            write into bare.lamina.yml: test: {expect: [{console: &quot;login:&quot;}]}</error>
                </testcase>
              </testsuite>
            """);
    }

    @Test
    void severalSystemsAreTestedAtOnce() throws IOException {
        Files.copy(folder.resolve("web.yml"), folder.resolve("other.yml"));
        Files.copy(folder.resolve("web.lamina.yml"), folder.resolve("other.lamina.yml"));
        plays(vm -> {
            while (hypervisor.machines().size() < 2) {
                Thread.onSpinWait();
            }
            LOGIN.accept(vm);
        });

        CliRun run = run("test", "-q", "--jobs", "2", "web.yml", "other.yml");

        assertThat(timeless(run.out())).isEqualTo("""
            web.yml
              passed   the console shows "login:"  (T s)
            web.yml passed: 1 of 1 step in T s (tcg)
            other.yml
              passed   the console shows "login:"  (T s)
            other.yml passed: 1 of 1 step in T s (tcg)
            2 systems: 2 passed, 0 failed in T s
            """);
        assertThat(run.code()).isZero();
        nothingIsLeft();
        assertThat(run("test", "--jobs", "0", "web.yml").code()).isEqualTo(2);
    }

    @Test
    void oneInterruptionEndsAllMachines() throws IOException {
        Thread user = Thread.currentThread();
        side("test: {expect: [{console: never}]}\n");
        Files.copy(folder.resolve("web.yml"), folder.resolve("other.yml"));
        Files.copy(folder.resolve("web.lamina.yml"), folder.resolve("other.lamina.yml"));
        plays(vm -> {
            if (hypervisor.machines().size() == 2) {
                user.interrupt();
            }
        });

        assertThat(run("test", "-q", "--jobs", "2", "web.yml", "other.yml"))
                .isEqualTo(new CliRun(130, "", "lamina: cancelled\n"));
        nothingIsLeft();
    }

    @Test
    void theRestCanBeLeftOut() throws IOException {
        side("test: {timeout: 50ms, expect: [{console: never}, {console: 'login:'}]}\n");
        Files.copy(folder.resolve("web.yml"), folder.resolve("other.yml"));

        CliRun run = run("test", "-q", "--no-keep-going", "web.yml", "other.yml");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("  skipped  the console shows \"login:\"\n           an earlier step failed\n");
        assertThat(run.out()).doesNotContain("other");
    }

    @Test
    void whatCannotBeTestedIsExplained() throws IOException {
        assertThat(run("test", "none.yml").err()).startsWith("lamina: there is no file none.yml\n");
        assertThat(run("test", "out/web").err()).startsWith("lamina: what out/web is to do is written nowhere\n");
        side("run: {memory: 1G}\n");
        assertThat(run("test", "web.yml").err()).startsWith("lamina: web.lamina.yml expects nothing of web.yml\n");
        side("test: {expect: [{consol: x}]}\n");
        assertThat(run("test", "web.yml").err()).startsWith("web.lamina.yml:1:17: nothing is expected here\n");
        side("test: {expect: [{console: x}]}\n");
        hypervisor.missing("QEMU is not there", "install it");
        assertThat(run("test", "web.yml"))
                .isEqualTo(new CliRun(3, "", "lamina: QEMU is not there\nhint: install it\n"));
        assertThat(run("test", "web.yml", "--junit", "none/x.xml").err()).contains("there is no folder");
        assertThat(hypervisor.specs()).isEmpty();
    }

    @Test
    void anInterruptionEndsTheMachine() throws IOException {
        Thread user = Thread.currentThread();
        side("test: {expect: [{console: never}]}\n");
        plays(vm -> {
            vm.print("up\r\n");
            user.interrupt();
        });

        assertThat(run("test", "-q", "web.yml", "--junit", "report.xml"))
                .isEqualTo(new CliRun(130, "", "lamina: cancelled\n"));
        assertThat(folder.resolve("report.xml")).doesNotExist();
        nothingIsLeft();
    }
}
