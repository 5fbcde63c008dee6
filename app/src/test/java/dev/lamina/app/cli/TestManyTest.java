package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `lamina test` with several files.
@Timeout(60)
final class TestManyTest {
    @TempDir
    Path folder = Path.of("");

    private TestedFolder system = new TestedFolder(folder);

    @BeforeEach
    void write() throws IOException {
        system = new TestedFolder(folder);
        system.write();
    }

    @Test
    void severalSystemsAreTestedOneAfterTheOther() throws IOException {
        Files.writeString(folder.resolve("bare.yml"), "kernel: {image: lamina/kernel}\n");

        CliRun run = system.run("test", "-q", "bare.yml", "web.lamina.yml", "web.yml", "--junit", "report.xml");

        assertThat(run.code()).isEqualTo(1);
        assertThat(TestedFolder.timeless(run.out())).isEqualTo("""
            web.yml
              passed   the console shows "login:"  (T s)
            web.yml passed: 1 of 1 step in T s (tcg)
            2 systems: 1 passed, 0 failed, 1 could not be tested in T s
            """);
        assertThat(run.err()).isEqualTo("""
            lamina: nothing is expected of bare.yml: there is no bare.lamina.yml
            hint: write into bare.lamina.yml: test: {expect: [{console: "login:"}]}
            """);
        assertThat(TestedFolder.timeless(Files.readString(folder.resolve("report.xml"))))
                .contains("""
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
        system.plays(vm -> {
            while (system.hypervisor().machines().size() < 2) {
                Thread.onSpinWait();
            }
            TestedFolder.LOGIN.accept(vm);
        });

        CliRun run = system.run("test", "-q", "--jobs", "2", "web.yml", "other.yml");

        assertThat(TestedFolder.timeless(run.out())).isEqualTo("""
            web.yml
              passed   the console shows "login:"  (T s)
            web.yml passed: 1 of 1 step in T s (tcg)
            other.yml
              passed   the console shows "login:"  (T s)
            other.yml passed: 1 of 1 step in T s (tcg)
            2 systems: 2 passed, 0 failed in T s
            """);
        assertThat(run.code()).isZero();
        system.nothingIsLeft();
        assertThat(system.run("test", "--jobs", "0", "web.yml").code()).isEqualTo(2);
    }

    @Test
    void oneInterruptionEndsAllMachines() throws IOException {
        Thread user = Thread.currentThread();
        system.side("test: {expect: [{console: never}]}\n");
        Files.copy(folder.resolve("web.yml"), folder.resolve("other.yml"));
        Files.copy(folder.resolve("web.lamina.yml"), folder.resolve("other.lamina.yml"));
        system.plays(vm -> {
            if (system.hypervisor().machines().size() == 2) {
                user.interrupt();
            }
        });

        assertThat(system.run("test", "-q", "--jobs", "2", "web.yml", "other.yml"))
                .isEqualTo(new CliRun(130, "", "lamina: cancelled\n"));
        system.nothingIsLeft();
    }

    @Test
    void theRestCanBeLeftOut() throws IOException {
        system.side("test: {timeout: 50ms, expect: [{console: never}, {console: 'login:'}]}\n");
        Files.copy(folder.resolve("web.yml"), folder.resolve("other.yml"));

        CliRun run = system.run("test", "-q", "--no-keep-going", "web.yml", "other.yml");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("  skipped  the console shows \"login:\"\n           an earlier step failed\n");
        assertThat(run.out()).doesNotContain("other");
    }
}
