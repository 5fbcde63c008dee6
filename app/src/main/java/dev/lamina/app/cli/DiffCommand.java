package dev.lamina.app.cli;

import dev.lamina.app.operation.BuildHistory;
import dev.lamina.app.operation.BuildImage;
import dev.lamina.app.operation.BuildNote;
import dev.lamina.app.operation.BuildSubject;
import dev.lamina.app.operation.BuiltSystem;
import dev.lamina.app.operation.NamedSystem;
import dev.lamina.app.operation.Operations;
import dev.lamina.assembler.difference.SystemDifference;
import dev.lamina.assembler.listing.SystemListing;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.ReadResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lamina diff`.
@Command(
        name = "diff",
        header = "Show what differs between two systems.",
        description = {
            "A and B: a YAML file; FILE@REVISION, the same as git has it; or what was built: the first part of",
            "the names that 'lamina build' wrote, or one initrd or tar. Without B: the last build of A, and A",
            "as it is now. Tells components, the kernel's command line, settings of containers, and files:",
            "content, mode, owner, link, kind. Places tell the components of an initrd."
        },
        footer = {
            "",
            "Examples:",
            "  lamina diff web.yml                      since its last build",
            "  lamina diff out/web web.yml",
            "  lamina diff web.yml@HEAD~1 web.yml",
            "  lamina diff --json old.tar new.tar",
            "  lamina diff --exit-code a.yml b.yml && echo the same"
        })
final class DiffCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "A", description = "The earlier system.")
    String before = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "B", description = "The later one.")
    @Nullable
    String after;

    @Option(names = "--exit-code", description = "Exit with 1 when they differ.")
    boolean exitCode;

    @Option(
            names = "--all",
            description =
                    "List also the files of new and removed components, and those with another time or number alone.")
    boolean all;

    @Mixin
    final ArchOption arch = new ArchOption();

    @Mixin
    final MakingOptions making = new MakingOptions();

    @Mixin
    final SbomOptions sbom = new SbomOptions();

    DiffCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        SystemDifference difference = difference();
        if (session.options().json) {
            DiffJson.lines(difference).forEach(line -> session.out().println(Json.line(line)));
        } else {
            session.out().print(new DiffText(session.colours(), all).of(difference));
        }
        if (difference.isEmpty()) {
            session.tell("nothing differs");
        }
        return exitCode && !difference.isEmpty() ? 1 : 0;
    }

    private SystemDifference difference() throws IOException {
        Path directory = session.environment().directory();
        NamedSystem one = NamedSystem.find(before, directory);
        try (ProgressView progress = session.progress()) {
            Reporter reporter = progress.reporter();
            if (after == null) {
                return sinceLastBuild(one, reporter);
            }
            NamedSystem other = NamedSystem.find(after, directory);
            return SystemDifference.between(list(one, wish(other), reporter), list(other, wish(one), reporter));
        }
    }

    private SystemDifference sinceLastBuild(NamedSystem system, Reporter reporter) throws IOException {
        if (!(system instanceof NamedSystem.Document document)) {
            throw new InputException("'lamina diff' compares two systems", "name the later one, too");
        }
        BuildHistory history = session.operations().buildHistory();
        Optional<BuildNote> note = history.last(subject(document.name()));
        Optional<SystemListing> listing = note.flatMap(history::listing);
        if (note.isEmpty() || listing.isEmpty()) {
            throw neverBuilt(document.name());
        }
        Wish same = new Wish(
                arch.arch != null ? arch.arch : note.get().arch(), note.get().formats());
        return SystemDifference.between(listing.get(), list(document, same, reporter));
    }

    private InputException neverBuilt(String name) {
        session.operations().readComposition().texts(List.of(name), session.in()); // says so when there is no such file
        return new InputException(
                name + " was not built yet, so that there is nothing to compare it with",
                "build it, or name two systems");
    }

    /// How a composition is to be built that is compared with something.
    private record Wish(Arch arch, List<String> formats) {}

    /// What a composition is compared with decides which sizes are of interest: those in a ramdisk or in a tar.
    private Wish wish(NamedSystem other) {
        boolean tar = other instanceof NamedSystem.Built built && built.system().form() == BuiltSystem.Form.TAR;
        return new Wish(arch.get(session), List.of(tar ? "tar" : "kernel+initrd"));
    }

    private SystemListing list(NamedSystem system, Wish wish, Reporter reporter) throws IOException {
        return switch (system) {
            case NamedSystem.Built built -> built.system().list(reporter);
            case NamedSystem.Document(String name) -> {
                Operations operations = making.operations(session).opening(List.of(name), reporter);
                ReadResult read = operations
                        .readComposition()
                        .read(List.of(name), session.in())
                        .orThrow();
                yield operations.assembly().list(request(read, name, wish), reporter);
            }
            case NamedSystem.Revision(String file, String revision) -> {
                Operations operations = making.operations(session);
                ReadResult read =
                        operations.readComposition().read(file, revision).orThrow();
                yield operations.assembly().list(request(read, file, wish), reporter);
            }
        };
    }

    private BuildImage.Request request(ReadResult read, String name, Wish wish) {
        return new BuildImage.Request(
                read,
                subject(name),
                wish.arch(),
                wish.formats(),
                "system",
                session.environment().directory(),
                making.compression,
                making.fetching(),
                sbom.choice(),
                false);
    }

    private BuildSubject subject(String name) {
        return BuildSubject.of(List.of(name), session.environment().directory());
    }
}
