package dev.lamina.app.cli;

import dev.lamina.app.operation.FoundPackage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lamina pkg`: groups the commands below it.
@Command(
        name = "pkg",
        header = "Build images from folders that describe them.",
        description = {
            "A folder has a lamina-pkg.yml: Debian packages, files, scripts, what to start. Its image is made",
            "here, without Docker. A folder with LinuxKit's build.yml and a Dockerfile is built by 'docker",
            "buildx', where there is one."
        },
        footer = {"", "Examples:", "  lamina pkg init greet", "  lamina pkg build greet", "  lamina pkg show-tag greet"
        })
final class PkgCommand {
    static CommandLine with(Session session) {
        return new CommandLine(new PkgCommand())
                .addSubcommand(new PkgBuildCommand(session))
                .addSubcommand(PkgBuildCommand.push(session))
                .addSubcommand(new ShowTag(session))
                .addSubcommand(new Init(session))
                .addSubcommand(new PkgUpdateCommand(session));
    }

    /// `lamina pkg show-tag`.
    @Command(
            name = "show-tag",
            header = "Print what the images of folders are called.",
            footer = {
                "",
                "Examples:",
                "  lamina pkg show-tag pkg/*",
                "  lamina pkg show-tag --org team --canonical greet"
            })
    static final class ShowTag implements Callable<Integer> {
        private final Session session;

        @Mixin
        final NamingOptions naming = new NamingOptions();

        @Option(names = "--canonical", description = "With the registry, e.g. docker.io/team/greet:1.")
        boolean canonical;

        @Parameters(paramLabel = "DIR", arity = "1..*", description = "Folders with lamina-pkg.yml or build.yml.")
        List<Path> folders = List.of();

        ShowTag(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            for (Path folder : folders) {
                FoundPackage found = naming.find(session, folder);
                String name = canonical ? found.image().name() : found.reference();
                session.print(() -> name, () -> Map.of("image", name));
            }
            return 0;
        }
    }

    /// `lamina pkg init`.
    @Command(
            name = "init",
            header = "Write a description to begin with, lamina-pkg.yml.",
            description = "In a folder with LinuxKit's build.yml, with the name, architectures and label that it has.",
            footer = {"", "Examples:", "  lamina pkg init greet"})
    static final class Init implements Callable<Integer> {
        private final Session session;

        @Parameters(
                paramLabel = "DIR",
                arity = "0..1",
                defaultValue = ".",
                description = "The folder (default: this one).")
        Path folder = Path.of(".");

        Init(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Path file = session.operations()
                    .initPackage()
                    .init(session.environment().directory().resolve(folder).normalize());
            session.print(file::toString, () -> Map.of("file", file.toString()));
            return 0;
        }
    }
}
