package dev.lamina.app.cli;

import dev.lamina.app.operation.FindOutdated.Found;
import dev.lamina.app.operation.Operations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `lamina outdated`.
@Command(
        name = "outdated",
        header = "List images that have newer tags, or whose tags stand for another image now.",
        description = {
            "Tags are compared as versions of one form: 1.27 with 1.28, 1.27-alpine with 1.28-alpine.",
            "Built-in images and your own components are left out; 'lamina catalogue update' is for those."
        },
        footer = {"", "Examples:", "  lamina outdated web.yml", "  lamina outdated --json base.yml web.yml"})
final class OutdatedCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "YAML files; - is standard input.")
    List<String> files = List.of();

    @Mixin
    final SourcesOptions sources = new SourcesOptions();

    OutdatedCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Found> found = found();
        if (session.options().json) {
            found.forEach(image -> session.out().println(Json.line(json(image))));
            return 0;
        }
        Table table = new Table("lll").row("IMAGE", "NEWEST", "DIGEST");
        found.forEach(image -> table.row(image.image().name(), newest(image), digest(image)));
        session.out().print(table.text());
        return 0;
    }

    private List<Found> found() {
        Operations operations = sources.operations(session);
        try (ProgressView progress = session.progress()) {
            return operations.findOutdated().find(files, session.in(), progress.reporter());
        }
    }

    private static String newest(Found image) {
        return image.newer().isEmpty() ? "" : image.newer().getLast();
    }

    private static String digest(Found image) {
        if (image.failure().isPresent()) {
            return "not known: " + image.failure().get();
        }
        if (image.now().isEmpty()) {
            return "locked, without a tag";
        }
        if (image.had().isEmpty()) {
            return "not locked";
        }
        boolean same = image.had().equals(image.now());
        if (image.locked()) {
            return same ? "as locked" : "not as locked any more";
        }
        return same ? "not locked; as in the store" : "not locked; not as in the store any more";
    }

    private static Map<String, Object> json(Found image) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", image.span().file());
        object.put("line", image.span().line());
        object.put("image", image.image().name());
        object.put("newer", image.newer());
        object.put("locked", image.locked());
        object.put("had", image.had());
        object.put("now", image.now());
        object.put(
                "changed",
                image.had().isPresent()
                        && image.now().isPresent()
                        && !image.had().equals(image.now()));
        object.put("failure", image.failure());
        return object;
    }
}
