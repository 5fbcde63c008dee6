package dev.lamina.app.operation;

import dev.lamina.assembler.io.ScratchFolder;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The images that docker or podman of this computer have, by way of their own `save`.
public final class LocalClients {
    private static final List<String> CLIENTS = List.of("docker", "podman");

    /// A large image on a slow disk; whoever does not want to wait cancels.
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Duration QUESTION = Duration.ofMinutes(1);

    private final Environment environment;
    private final Path scratch;
    private final Programs programs;

    /// @param scratch a folder for what a client saved
    public LocalClients(Environment environment, Path scratch, Programs programs) {
        this.environment = environment;
        this.scratch = scratch;
        this.programs = programs;
    }

    /// Runs a program to its end, as [ProcessRunner#run] does.
    @FunctionalInterface
    public interface Programs {
        ProcessRunner.Result run(CommandLine command, Duration timeout) throws IOException;
    }

    /// An image as the user names it, e.g. `docker:nginx:1.27`.
    record Named(String client, String image) {
        static Optional<Named> parse(String text) {
            int colon = text.indexOf(':');
            return colon > 0 && CLIENTS.contains(text.substring(0, colon))
                    ? Optional.of(new Named(text.substring(0, colon), text.substring(colon + 1)))
                    : Optional.empty();
        }
    }

    @FunctionalInterface
    interface Use<T> {
        T of(Path archive) throws IOException;
    }

    /// Has the client save the image, and does something with the archive, which is gone afterwards.
    <T> T saved(Named named, Reporter reporter, Use<T> use) throws IOException {
        if (named.image().isEmpty() || named.image().startsWith("-")) {
            throw new InputException(
                    "'" + named.client() + ":" + named.image() + "' names no image",
                    "write for example " + named.client() + ":nginx:1.27");
        }
        Path program = find(named);
        try (ScratchFolder folder = ScratchFolder.in(scratch)) {
            Path archive = folder.path().resolve("image.tar");
            save(named, program, archive, reporter);
            return use.of(archive);
        }
    }

    /// Whether the client has the image.
    boolean has(Named named) throws IOException {
        CommandLine command = new CommandLine(List.of(find(named).toString(), "image", "inspect", named.image()));
        return programs.run(command, QUESTION).exitCode() == 0;
    }

    private void save(Named named, Path program, Path archive, Reporter reporter) throws IOException {
        CommandLine command =
                new CommandLine(List.of(program.toString(), "save", "-o", archive.toString(), named.image()));
        ProcessRunner.Result result;
        try (Reporter.Step step = reporter.begin(named.client() + " save " + named.image())) {
            result = programs.run(command, LONGEST);
            step.advance(0);
        }
        if (result.exitCode() != 0 || !Files.isRegularFile(archive)) {
            String said = result.output()
                    .strip()
                    .lines()
                    .reduce((first, last) -> last)
                    .orElse("it said nothing");
            throw new InputException(
                    named.client() + " cannot save " + named.image() + ": " + said,
                    "'" + named.client() + " image ls' lists what there is");
        }
    }

    private Path find(Named named) {
        return OnPath.find(named.client(), environment)
                .orElseThrow(() -> new EnvironmentException(
                        "there is no " + named.client() + " on the PATH",
                        "where there is one, run '" + named.client() + " save -o image.tar " + named.image()
                                + "'; then 'lamina image import image.tar' here"));
    }
}
