package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.Environment;
import dev.lamina.app.testing.FakeHypervisor;
import dev.lamina.app.testing.FakeVm;
import dev.lamina.app.testing.PlayedWiring;
import dev.lamina.vmlaunch.VmSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LessonCommandTest {
    /// A lesson about one text and one machine.
    private static final String LESSON = """
        title: Say it
        for: Everybody
        teaches: have a system say something
        minutes: 3
        run: {memory: 128M}
        begin: |
          kernel: {image: lamina/kernel, cmdline: console=ttyS0}
          init: [lamina/init, lamina/runtime]
          services:
            - {name: web, image: lamina/httpd, readonly: false}
        steps:
          - title: Close it
            text: |
              Write

                  readonly: true
            hint: In the line of web.
            check: [{container: web, value: root.readonly, is: true}, {console: hello}]
            solution: [{find: "readonly: false", put: "readonly: true"}]
          - title: End it
            at: console
            text: Power it off.
            hint: Type poweroff.
            check: [{event: off}]
            type: [poweroff]
        """;

    @TempDir
    Path folder = Path.of("");

    private FakeHypervisor hypervisor = new FakeHypervisor(FakeVm::powerOff);

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("home/lessons"));
        Files.writeString(folder.resolve("home/lessons/say.yml"), LESSON);
    }

    private CliRun run(String... args) {
        return runWithInput("", args);
    }

    private CliRun runWithInput(String input, String... args) {
        Environment environment = CliRun.environment(folder);
        return CliRun.with(
                new PlayedWiring(environment, () -> hypervisor, folder.resolve("kernel")), environment, input, args);
    }

    private void plays(Consumer<FakeVm> play) {
        hypervisor = new FakeHypervisor(play);
    }

    private void solve() throws IOException {
        Path document = folder.resolve("say/say.yml");
        Files.writeString(document, Files.readString(document).replace("readonly: false", "readonly: true"));
    }

    @Test
    void lessonsAreListed() {
        CliRun list = run("lesson", "ls");

        assertThat(list.out().lines())
                .startsWith(
                        "LESSON           STEPS  MINUTES  TITLE",
                        "anatomy              5       25  What a small operating system is made of")
                .endsWith("say                  2        3  Say it");
        assertThat(run("lesson", "ls", "--json").out())
                .endsWith("{\"lesson\":\"say\",\"title\":\"Say it\",\"for\":\"Everybody\","
                        + "\"teaches\":\"have a system say something\",\"minutes\":3,\"steps\":2}\n");
    }

    @Test
    void aLessonIsBegunInAFolderOfItsOwn() {
        assertThat(run("lesson", "start", "say"))
                .isEqualTo(new CliRun(
                        0,
                        """
                        Say it
                        For: Everybody
                        You will be able to: have a system say something
                        About 3 minutes, 2 steps. You work on %s.

                        Step 1 of 2: Close it

                        Write

                            readonly: true

                        Done when:
                          - web: root.readonly is true
                          - the console shows "hello"
                        """.formatted(folder.resolve("say/say.yml")),
                        "\nWhen it is done: lamina lesson check --dir say\n"));
        assertThat(folder.resolve("say/say.lamina.yml")).hasContent("run:\n  memory: 128M\n");
        assertThat(run("lesson", "start", "say"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: " + folder.resolve("say/say.yml") + " is there already\n"
                                + "hint: name another folder with --dir, or begin anew with --force\n"));
        assertThat(run("lesson", "start", "say", "--force", "-q").code()).isZero();
    }

    @Test
    void theTextIsLookedAtBeforeAnythingStarts() {
        run("lesson", "start", "say");

        assertThat(run("lesson", "check", "--dir", "say")).isEqualTo(new CliRun(1, """
            Step 1 of 2: Close it
              [ ] web: root.readonly is true
                  it is not set
            """, "hint: In the line of web.\n"));
        assertThat(hypervisor.specs()).isEmpty();
    }

    @Test
    void aStepThatIsDoneLeadsToTheNext() throws IOException {
        run("lesson", "start", "say");
        solve();
        plays(vm -> {
            vm.print("hello\n");
            vm.send("ready");
        });

        CliRun check = run("lesson", "check", "--dir", "say", "-q");

        assertThat(check).isEqualTo(new CliRun(0, """
            Step 1 of 2: Close it
              [x] web: root.readonly is true
              [x] the console shows "hello"
            """, ""));
        assertThat(hypervisor.specs()).extracting(VmSpec::memoryMib).containsExactly(128L);
        assertThat(hypervisor.machines().getFirst().calls()).containsExactly("close");
        assertThat(run("lesson", "show", "--dir", "say", "--hint", "--solution").out())
                .isEqualTo("""
                    Step 2 of 2: End it

                    Power it off.

                    Done when:
                      - the system tells of off

                    hint: Type poweroff.

                    Type at the console:
                        poweroff
                    """);
    }

    @Test
    void aStepAtTheConsoleIsDoneThere() {
        run("lesson", "start", "say", "--step", "2");
        plays(vm -> {
            vm.send("ready");
            vm.print("login: ");
            vm.send("off", Map.of());
            vm.powerOff();
        });

        CliRun check = run("lesson", "check", "--dir", "say", "--json");

        assertThat(check.code()).isZero();
        assertThat(check.out())
                .isEqualTo("{\"lesson\":\"say\",\"document\":\"" + folder.resolve("say/say.yml")
                        + "\",\"step\":2,\"of\":2,\"done\":true,"
                        + "\"checks\":[{\"check\":\"the system tells of off\",\"holds\":true,\"found\":\"\"}]}\n");
        assertThat(run("lesson", "check", "--dir", "say"))
                .isEqualTo(new CliRun(
                        0, "That was the last step of \"Say it\". 'lamina lesson ls' lists the other lessons.\n", ""));
    }

    @Test
    void whoLeavesTheConsoleHasNotDoneTheStep() {
        run("lesson", "start", "say", "--step", "2");
        plays(vm -> {
            vm.send("ready");
            vm.powerOff();
        });

        CliRun check = run("lesson", "check", "--dir", "say", "-q");

        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out()).isEqualTo("""
            Step 2 of 2: End it
              [ ] the system tells of off
                  it last told of ready
            """);
    }

    @Test
    void aFolderWithoutALessonAndALessonWithoutThatStepAreErrors() {
        assertThat(run("lesson", "check"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: no lesson was begun in " + folder + "\n"
                                + "hint: begin one with 'lamina lesson start', or name its folder with --dir\n"));
        assertThat(run("lesson", "start", "say", "--step", "3").err())
                .isEqualTo("lamina: the lesson has no step 3\nhint: it has steps 1 to 2\n");
        assertThat(run("lesson", "start", "sai").err())
                .isEqualTo("lamina: there is no lesson \"sai\"\nhint: did you mean \"say\"?\n");
    }

    @Test
    void aTextThatIsWrongIsSaidAtItsPlace() throws IOException {
        run("lesson", "start", "say");
        Files.writeString(folder.resolve("say/say.yml"), "kernel: [\n");

        CliRun check = run("lesson", "check", "--dir", "say");

        assertThat(check.code()).isEqualTo(1);
        assertThat(check.err()).startsWith(folder.resolve("say/say.yml") + ":2:1: ");
    }
}
