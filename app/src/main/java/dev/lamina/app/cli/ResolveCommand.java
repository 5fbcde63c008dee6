package dev.lamina.app.cli;

import static java.util.Map.entry;

import dev.lamina.app.operation.ResolveContainers;
import dev.lamina.app.operation.ResolveContainers.Resolved;
import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Profile;
import dev.lamina.model.exposure.Exposure;
import dev.lamina.model.exposure.ExposureText;
import dev.lamina.model.exposure.Score;
import dev.lamina.model.exposure.SystemScore.ComponentScore;
import dev.lamina.model.oci.Origin;
import dev.lamina.model.oci.ResolvedValue;
import dev.lamina.model.oci.ResolvedValues;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.SourceMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lamina resolve`.
@Command(
        name = "resolve",
        header = "Show what containers will be, and where each value comes from.",
        description = {
            "Puts document, image label, image configuration and defaults together as build does: the members",
            "of the OCI runtime spec and of runtime.json, each with its origin. Images that are not in the",
            "store say nothing."
        },
        footer = {
            "",
            "Examples:",
            "  lamina resolve web.yml",
            "  lamina resolve web.yml nginx",
            "  lamina resolve --exposure web.yml",
            "  lamina resolve --json web.yml nginx | jq .config.process"
        })
final class ResolveCommand implements Callable<Integer> {
    /// A value is cut off there, as it is shown beside its origin; `--json` has all.
    private static final int WIDEST = 76;

    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE", description = "A YAML file; - is standard input.")
    String file = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "Of a container (default: all).")
    @Nullable
    String name;

    @Option(
            names = "--exposure",
            description = "Show instead how exposed each container is, from 0 to 10, and what makes it so.")
    boolean exposure;

    @Mixin
    final ReviewOptions review = new ReviewOptions();

    ResolveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Reviewed reviewed = review.review(List.of(file), Profile.BASELINE, session);
        SourceMap sources = reviewed.read().sources();
        for (Resolved resolved : ResolveContainers.of(reviewed, Optional.ofNullable(name))) {
            session.print(
                    () -> exposure
                            ? Printable.lines(ExposureText.why(exposure(resolved)))
                                    .stripTrailing()
                            : text(resolved, sources),
                    () -> json(resolved, sources));
            if (!resolved.container().imageKnown()) {
                session.tell("%s is not in the store: what its label and configuration say is not known"
                        .formatted(Printable.text(resolved.container().ref().toString())));
            }
        }
        return 0;
    }

    private static ComponentScore exposure(Resolved resolved) {
        ContainerView container = resolved.container();
        return new ComponentScore(container.path(), container.name(), container.words(), Exposure.of(container));
    }

    private static String text(Resolved resolved, SourceMap sources) {
        Table table = new Table("lll");
        for (ResolvedValue value : resolved.values()) {
            table.row("  " + value.member(), shortened(value.value()), origins(value.origins(), sources));
        }
        return "%s[%s]  %s\n%s"
                .formatted(
                        resolved.container().section().key(),
                        Printable.text(resolved.container().name()),
                        Printable.text(resolved.container().ref().toString()),
                        table.text());
    }

    private static String shortened(Object value) {
        String text = Json.line(Map.of("v", value));
        String bare = text.substring("{\"v\":".length(), text.length() - 1);
        return bare.length() <= WIDEST ? bare : bare.substring(0, WIDEST - 1) + "…";
    }

    private static String origins(List<Origin> origins, SourceMap sources) {
        return origins.stream().map(origin -> words(origin, sources)).distinct().collect(Collectors.joining(", "));
    }

    private static String words(Origin origin, SourceMap sources) {
        return switch (origin.kind()) {
            case DOCUMENT ->
                sources.find(origin.path()).map(SourceSpan::toString).orElse("the document");
            case LABEL -> "label of the image";
            case IMAGE -> "image";
            case DEFAULT -> "default";
        };
    }

    private static Map<String, Object> json(Resolved resolved, SourceMap sources) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("section", resolved.container().section().key());
        object.put("name", resolved.container().name());
        object.put("image", resolved.container().ref());
        object.put("imageKnown", resolved.container().imageKnown());
        object.put("config", ResolvedValues.config(resolved.files()));
        Map<String, Object> origins = new LinkedHashMap<>();
        for (ResolvedValue value : resolved.values()) {
            origins.put(
                    value.member(),
                    value.origins().stream()
                            .map(origin -> json(origin, sources))
                            .toList());
        }
        object.put("origins", origins);
        object.put("exposure", json(Exposure.of(resolved.container())));
        return object;
    }

    private static Map<String, Object> json(Score score) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("score", score.value());
        object.put("level", score.level().text());
        object.put(
                "parts",
                score.parts().stream()
                        .map(part -> Json.object(
                                entry("what", part.what()), entry("why", part.why()), entry("weight", part.weight())))
                        .toList());
        return object;
    }

    private static Map<String, Object> json(Origin origin, SourceMap sources) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kind", origin.kind().name().toLowerCase(Locale.ROOT));
        if (origin.kind() == Origin.Kind.DOCUMENT) {
            sources.find(origin.path()).ifPresent(span -> {
                object.put("file", span.file());
                object.put("line", span.line());
                object.put("column", span.column());
            });
        }
        return object;
    }
}
