package dev.lamina.app.cli;

import static java.util.Map.entry;

import dev.lamina.app.operation.LockImages;
import dev.lamina.app.operation.LockImages.Change;
import dev.lamina.app.operation.LockImages.Locked;
import dev.lamina.app.operation.LockImages.Wish;
import dev.lamina.app.operation.Operations;
import dev.lamina.app.operation.RemoteText;
import dev.lamina.model.edit.Diff;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.problem.ProblemKind;
import dev.lamina.model.value.ImageRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lamina lock`.
@Command(
        name = "lock",
        header = "Write digests next to the names of images.",
        description = {
            "Edits the files: nginx:1.27 becomes nginx:1.27@sha256:…, and everything else stays byte for byte.",
            "A digest is that of the store, or of the registry for what is not in the store. Built-in images,",
            "your own components and @pkg: folders are left alone: Lamina pins them by locks of its own."
        },
        footer = {
            "",
            "Examples:",
            "  lamina lock web.yml",
            "  lamina lock --update --dry-run web.yml",
            "  lamina lock --check base.yml web.yml"
        })
final class LockCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "YAML files; - reads one and prints it.")
    List<String> files = List.of();

    @Mixin
    final SourcesOptions sources = new SourcesOptions();

    @Option(names = "--update", description = "Renew digests that are there; asks registries before the store.")
    boolean update;

    @Option(
            names = "--check",
            description = "Change nothing; fail when an image has no digest, or its name stands for another one now.")
    boolean check;

    @Option(names = "--dry-run", description = "Change nothing; print what would change.")
    boolean dryRun;

    @Option(names = "--offline", description = "Ask the store only.")
    boolean offline;

    LockCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        refuseImpossible();
        Operations operations = sources.operations(session);
        LockImages lock = operations.lockImages();
        if (check) {
            return check(lock);
        }
        List<Locked> locked = plan(lock);
        tellWhatIsLeftAlone(locked);
        if (dryRun) {
            locked.forEach(
                    document -> session.out().print(Diff.of(document.file(), document.before(), document.after())));
            return 0;
        }
        if (files.contains("-")) {
            session.out().print(locked.getFirst().after());
            return 0;
        }
        lock.write(locked);
        locked.forEach(document -> document.changes().forEach(change -> print(document, change)));
        return 0;
    }

    private void tellWhatIsLeftAlone(List<Locked> locked) {
        String images = locked.stream()
                .flatMap(document -> document.madeHere().stream())
                .map(ImageRef::name)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!images.isEmpty()) {
            session.tell("left alone, as Lamina makes and pins them itself: " + Printable.text(images));
        }
    }

    private void refuseImpossible() {
        if (files.contains("-") && files.size() > 1 && !check) {
            throw WrongUsage.of(spec, "standard input is locked alone");
        }
        for (String file : files) {
            if (RemoteText.isAddress(file) && !check && !dryRun) {
                throw WrongUsage.of(spec, "'" + file + "' cannot be edited: it is on the web");
            }
        }
    }

    private int check(LockImages lock) {
        List<Problem> problems;
        try (ProgressView progress = session.progress()) {
            problems = lock.check(files, session.in(), offline, progress.reporter());
        }
        for (Problem problem : problems) {
            session.print(
                    () -> Printable.lines(problem.headline()
                            + problem.hint().map(hint -> "\nhint: " + hint).orElse("")),
                    () -> Json.object(
                            entry("file", problem.span().file()),
                            entry("line", problem.span().line()),
                            entry("column", problem.span().column()),
                            entry("message", problem.message())));
        }
        return problems.isEmpty() ? 0 : ProblemKind.INPUT.exitCode();
    }

    private List<Locked> plan(LockImages lock) {
        try (ProgressView progress = session.progress()) {
            return lock.plan(files, session.in(), new Wish(update, offline), progress.reporter());
        }
    }

    private void print(Locked document, Change change) {
        session.print(
                () -> Printable.text("%s: %s@%s (%s)"
                        .formatted(
                                change.span(),
                                change.image(),
                                change.found().digest(),
                                change.found().where())),
                () -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("file", document.file());
                    json.put("line", change.span().line());
                    json.put("image", change.image().name());
                    json.put("before", change.before());
                    json.put("digest", change.found().digest());
                    json.put("from", change.found().where());
                    return json;
                });
    }
}
