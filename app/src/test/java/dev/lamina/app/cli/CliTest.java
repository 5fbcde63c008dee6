package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.Wiring;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.studio.Toolkit;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

final class CliTest {
    @TempDir
    Path folder = Path.of("");

    /// All commands, those inside groups too, by the words that call them; but not the second names of some.
    static List<String> commands() {
        List<String> found = new ArrayList<>();
        collect(
                Cli.commandLine(
                        new GlobalOptions(), session(Path.of(""), OutputStream.nullOutputStream()), "0", List.of()),
                "",
                found);
        return found;
    }

    private static void collect(CommandLine line, String words, List<String> found) {
        line.getSubcommands().forEach((name, below) -> {
            if (below.getCommandSpec().usageMessage().hidden()) {
                return;
            }
            String path = (words + " " + name).strip();
            found.add(path);
            collect(below, path, found);
        });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItselfWithAnExample(String command) {
        List<String> args = new ArrayList<>(List.of(command.split(" ")));
        args.add("--help");

        CliRun run = CliRun.in(folder, args.toArray(String[]::new));

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Usage: lamina " + command)
                .containsPattern("Examples?:\n  lamina |Examples?:\n  eval ")
                .contains("--json", "--quiet", "--verbose", "--color");
    }

    @Test
    void withoutACommandTheHelpIsShown() {
        CliRun run = CliRun.in(folder);

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Commands:", "Exit codes:", "lamina run examples/minimal.yml");
    }

    @ParameterizedTest
    @CsvSource({
        "valdate, unknown command 'valdate', did you mean 'validate'?",
        "frobnicate, unknown command 'frobnicate', see 'lamina --help'",
        "validate --fromat=json x.yml, unknown option '--fromat=json', did you mean '--format'?",
        "validate --zzz x.yml, unknown option '--zzz', see 'lamina validate --help'",
        "validate, missing required parameter: 'FILE', see 'lamina validate --help'"
    })
    void aMistypedCommandLineIsAnsweredWithWhatWasMeant(String command, String message, String hint) {
        CliRun run = CliRun.in(folder, command.split(" "));

        assertThat(run).isEqualTo(new CliRun(2, "", "lamina: " + message + "\nhint: " + hint + "\n"));
    }

    @Test
    void aMissingFileIsNamedOnce() {
        CliRun run = CliRun.in(folder, "validate", "none.yml");

        assertThat(run).isEqualTo(new CliRun(1, "", "lamina: cannot read none.yml: there is no such file\n"));
    }

    @Test
    void aForgottenEndingIsGuessed() throws Exception {
        Files.writeString(folder.resolve("web.yml"), "services: []\n");

        CliRun run = CliRun.in(folder, "validate", "web");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).endsWith("hint: did you mean web.yml?\n");
    }

    @Test
    void errorsAreJsonWhenAskedFor() {
        CliRun run = CliRun.in(folder, "--json", "validate", "none.yml");

        assertThat(run)
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "{\"error\":{\"kind\":\"input\",\"exitCode\":1,\"message\":\"cannot read none.yml:"
                                + " there is no such file\"}}\n"));
    }

    @Test
    void completionScriptsNameTheCommands() {
        for (String shell : List.of("bash", "zsh", "fish")) {
            CliRun run = CliRun.in(folder, "completion", shell);

            assertThat(run.code()).isZero();
            assertThat(run.out()).contains("validate", "completion", "ps --json");
        }
    }

    @Test
    void fishKnowsTheOptionsOfCommandsBelowCommands() {
        String script = CliRun.in(folder, "completion", "fish").out();

        assertThat(script)
                .contains(
                        "complete -c lamina -n '__fish_use_subcommand' -a run -d ",
                        "complete -c lamina -n '__fish_seen_subcommand_from image' -a pull -d ",
                        "complete -c lamina -n '__fish_seen_subcommand_from image; and __fish_seen_subcommand_from"
                                + " pull' -l mirror -r -d ");
        assertThat(script).doesNotContain("rehearse", "-a manual", "-a cache");
    }

    @Test
    void linesOfHelpAreNotBrokenInTheirMiddle() {
        CommandLine root =
                Cli.commandLine(new GlobalOptions(), session(folder, OutputStream.nullOutputStream()), "1", List.of());
        List<String> wide = new ArrayList<>();
        Deque<CommandLine> commands = new ArrayDeque<>(List.of(root));
        while (!commands.isEmpty()) {
            CommandLine command = commands.pop();
            commands.addAll(command.getSubcommands().values());
            UsageMessageSpec help = command.getCommandSpec().usageMessage();
            Stream.of(help.description(), help.footer())
                    .flatMap(Stream::of)
                    .filter(line -> line.length() >= help.width() && !isParagraph(help, line))
                    .forEach(line -> wide.add(command.getCommandSpec().qualifiedName() + ": " + line));
        }
        assertThat(wide).isEmpty();
    }

    /// One that is to be broken.
    private static boolean isParagraph(UsageMessageSpec help, String line) {
        return help.description().length == 1 && help.description()[0].equals(line);
    }

    @Test
    void anUnexpectedFailureIsOneLineAndALog() throws Exception {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();

        int code =
                new Failures(session(folder, errors)).failed(new IllegalStateException("the moon is full\nand more"));

        assertThat(code).isEqualTo(4);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .startsWith("lamina: internal error: java.lang.IllegalStateException: the moon is full\n"
                        + "hint: this is a bug in Lamina; please report it with " + folder.resolve("home/logs"));
        try (var logs = Files.list(folder.resolve("home/logs"))) {
            assertThat(logs.findFirst().orElseThrow()).content().contains("the moon is full", "\tat ");
        }
    }

    private static Session session(Path directory, OutputStream errors) {
        Environment environment = CliRun.environment(directory);
        return new Session(
                InputStream.nullInputStream(),
                new PrintStream(OutputStream.nullOutputStream()),
                new PrintStream(errors, true),
                environment,
                new Wiring(environment),
                new GlobalOptions(),
                () -> false,
                new Toolkit());
    }
}
