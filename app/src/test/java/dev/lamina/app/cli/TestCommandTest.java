package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.testing.FakeControl;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.PublishedPort;
import dev.lamina.vmlaunch.VmSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class TestCommandTest {
    @TempDir
    Path folder = Path.of("");

    private TestedFolder system = new TestedFolder(folder);

    @BeforeEach
    void write() throws IOException {
        system = new TestedFolder(folder);
        system.write();
    }

    @Test
    void stepsThatPassAreListed() throws IOException {
        system.side("test: {expect: [{console: 'login:'}, {service: web, within: 50s}]}\n");
        CliRun run = system.run("test", "-q", "web.yml");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(TestedFolder.timeless(run.out())).isEqualTo("""
            web.yml
              passed   the console shows "login:"  (T s)
              passed   the service web runs within 50 s  (T s)
            web.yml passed: 2 of 2 steps in T s (tcg)
            """);
        assertThat(system.hypervisor().machines().getFirst().calls()).containsExactly("shutdown", "close");
        system.nothingIsLeft();
    }

    @Test
    void aStepThatFailsIsExplainedByWhatTheBootShows() throws IOException {
        system.side("test: {timeout: 1s, expect: [{console: 'login:'}, {service: web}, {console: Linux}]}\n");
        system.plays(vm -> {
            vm.answering(new FakeControl().on("service status web", 0, "web down code=1\n"));
            vm.print("Linux\r\nlamina: web failed with code 1: no such file: /srv/web, the source of a bind\r\n");
        });

        CliRun run = system.run("test", "-q", "web.yml");

        assertThat(run.code()).isEqualTo(1);
        assertThat(TestedFolder.timeless(run.out())).isEqualTo("""
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
        system.nothingIsLeft();
    }

    @Test
    void aSystemThatFailsForGoodIsEndedAtOnce() throws IOException {
        system.side("test: {expect: [{console: 'login:'}, {service: web}]}\n");
        system.plays(vm -> vm.answering(new FakeControl()).print("Kernel panic - not syncing: tiny\u001b[2J\r\n"));

        CliRun run = system.run("test", "-q", "web.yml", "--junit", "report.xml");

        assertThat(run.code()).isEqualTo(1);
        assertThat(system.hypervisor().machines().getFirst().calls()).startsWith("kill");
        assertThat(TestedFolder.timeless(Files.readString(folder.resolve("report.xml"))))
                .isEqualTo("""
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
        system.nothingIsLeft();
    }

    @Test
    void aResultIsOneJsonObject() throws IOException {
        system.side("test: {timeout: 1s, expect: [{console: 'login:'}, {console: never}]}\n");

        CliRun run = system.run("--json", "test", "web.yml");

        assertThat(run.code()).isEqualTo(1);
        assertThat(TestedFolder.timeless(run.out()))
                .isEqualTo("{\"file\":\"web.yml\",\"passed\":false,\"accelerator\":\"tcg\",\"seconds\":T,\"steps\":["
                        + "{\"check\":\"the console shows \\\"login:\\\"\",\"result\":\"passed\",\"seconds\":T},"
                        + "{\"check\":\"the console shows \\\"never\\\"\",\"result\":\"failed\",\"found\":"
                        + "\"it has not shown it\",\"seconds\":T}],\"ended\":\"the guest powered off\",\"failures\":[],"
                        + "\"lastLines\":[\"Linux\",\"host login:\"]}\n");
    }

    @Test
    void theMachineIsThatOfTheSideFileAndOptionsCountMore() throws IOException {
        system.side("run: {cpus: 3, memory: 300M}\ntest: {memory: 200M, expect: [{console: 'login:'}]}\n");

        assertThat(system.run("test", "web.yml", "--accel", "kvm").code()).isZero();
        assertThat(system.run("test", "web.yml", "--mem", "1G").code()).isZero();

        VmSpec first = system.hypervisor().specs().getFirst();
        assertThat(first.cpus()).isEqualTo(3);
        assertThat(first.memoryMib()).isEqualTo(200);
        assertThat(first.accelerator()).isEqualTo(AcceleratorChoice.KVM);
        assertThat(system.hypervisor().specs().getLast().memoryMib()).isEqualTo(1024);
    }

    @Test
    void disksAreFreshAndTheUsersOwnStayAsTheyAre() throws IOException {
        system.side("""
            run: {disks: [{file: new.img, size: 1M}, {file: kept.img}, {size: 2M}]}
            test: {expect: [{console: 'login:'}]}
            """);
        Files.writeString(folder.resolve("kept.img"), "precious");
        assertThat(system.run("test", "web.yml").code()).isZero();

        List<Path> files = system.hypervisor().specs().getFirst().disks().stream()
                .map(Disk::file)
                .toList();
        assertThat(files).hasSize(3).allSatisfy(file -> assertThat(file).startsWithRaw(folder.resolve("home/scratch")));
        assertThat(files.get(1).getFileName()).hasToString("1-kept.img");
        assertThat(folder.resolve("new.img")).doesNotExist();
        assertThat(folder.resolve("kept.img")).hasContent("precious");
        system.nothingIsLeft();
    }

    @Test
    void aPortThatAnotherProgramHasIsMoved() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();
            system.side("run: {publish: ['%d:80']}\ntest: {expect: [{console: 'login:'}]}\n".formatted(taken));

            CliRun run = system.run("test", "web.yml");

            assertThat(run.code()).isZero();
            assertThat(run.err()).contains("port " + taken + " is taken by another program; ");
            PublishedPort published =
                    system.hypervisor().specs().getFirst().ports().getFirst();
            assertThat(published.guestPort()).isEqualTo(80);
            assertThat(published.hostPort()).isNotEqualTo(taken);
        }
    }

    @Test
    void whatCannotBeTestedIsExplained() throws IOException {
        assertThat(system.run("test", "none.yml").err()).startsWith("lamina: there is no file none.yml\n");
        assertThat(system.run("test", "out/web").err())
                .startsWith("lamina: what out/web is to do is written nowhere\n");
        system.side("run: {memory: 1G}\n");
        assertThat(system.run("test", "web.yml").err())
                .startsWith("lamina: web.lamina.yml expects nothing of web.yml\n");
        system.side("test: {expect: [{consol: x}]}\n");
        assertThat(system.run("test", "web.yml").err()).startsWith("web.lamina.yml:1:17: nothing is expected here\n");
        system.side("test: {expect: [{console: x}]}\n");
        system.hypervisor().missing("QEMU is not there", "install it");
        assertThat(system.run("test", "web.yml"))
                .isEqualTo(new CliRun(3, "", "lamina: QEMU is not there\nhint: install it\n"));
        assertThat(system.run("test", "web.yml", "--junit", "none/x.xml").err()).contains("there is no folder");
        assertThat(system.hypervisor().specs()).isEmpty();
    }

    @Test
    void anInterruptionEndsTheMachine() throws IOException {
        Thread user = Thread.currentThread();
        system.side("test: {expect: [{console: never}]}\n");
        system.plays(vm -> {
            vm.print("up\r\n");
            user.interrupt();
        });

        assertThat(system.run("test", "-q", "web.yml", "--junit", "report.xml"))
                .isEqualTo(new CliRun(130, "", "lamina: cancelled\n"));
        assertThat(folder.resolve("report.xml")).doesNotExist();
        system.nothingIsLeft();
    }
}
