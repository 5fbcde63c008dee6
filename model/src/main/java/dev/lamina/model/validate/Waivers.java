package dev.lamina.model.validate;

import dev.lamina.model.check.Report;
import dev.lamina.model.check.Severity;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.Comments;
import dev.lamina.model.yaml.Comments.Comment;
import dev.lamina.model.yaml.SourceMap;
import dev.lamina.model.yaml.SourceText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The waivers of some documents, each with the component that it is for.
final class Waivers {
    /// Without one of these there are none; the first letter may be a capital one.
    private static final List<String> WORDS = List.of("amina:", "AMINA:");

    private final Map<String, List<Waiver>> byComponent = new HashMap<>();
    private final List<Report> reports = new ArrayList<>();

    private Waivers() {}

    static Waivers of(List<SourceText> documents, SourceMap sources, LocalDate today) {
        Waivers waivers = new Waivers();
        for (SourceText document : documents) {
            if (WORDS.stream().anyMatch(document.text()::contains)) {
                waivers.read(document, sources, today);
            }
        }
        return waivers;
    }

    /// What is wrong with the waivers themselves.
    List<Report> reports() {
        return reports;
    }

    /// Whether what a rule finds at a path is allowed.
    boolean allow(String code, String path) {
        return ComponentPath.of(path).stream()
                .flatMap(component -> byComponent.getOrDefault(component, List.of()).stream())
                .anyMatch(waiver -> waiver.code().equals(code));
    }

    private void read(SourceText document, SourceMap sources, LocalDate today) {
        TreeMap<Integer, String> starts = new TreeMap<>();
        sources.spans().forEach((path, span) -> {
            if (span.file().equals(document.name()) && ComponentPath.is(path)) {
                starts.merge(span.line(), path, (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        });
        List<Comment> comments = Comments.of(document);
        for (int i = 0; i < comments.size(); i++) {
            if (Waiver.MARK.matcher(comments.get(i).text()).lookingAt()) {
                add(comments.get(i), component(comments, i, starts), today);
            }
        }
    }

    /// The component that begins right below a block of comments, otherwise the one that it is in.
    private static Optional<String> component(List<Comment> comments, int at, TreeMap<Integer, String> starts) {
        int line = comments.get(at).span().line();
        if (comments.get(at).alone()) {
            int end = line + 1;
            for (int i = at + 1; i < comments.size() && continues(comments.get(i), end); i++) {
                end++;
            }
            @Nullable String below = starts.get(end);
            if (below != null) {
                return Optional.of(below);
            }
        }
        return Optional.ofNullable(starts.floorEntry(line)).map(Map.Entry::getValue);
    }

    /// A comment behind the first line of the component is no part of the block above it.
    private static boolean continues(Comment comment, int line) {
        return comment.alone() && comment.span().line() == line;
    }

    private void add(Comment comment, Optional<String> component, LocalDate today) {
        SourceSpan span = comment.span();
        Optional<Waiver> waiver = Waiver.parse(comment.text(), span);
        if (waiver.isEmpty()) {
            report(span, "this waiver does not have the form \"" + Waiver.FORM + "\"", "write all of it on one line");
        } else if (Rules.find(waiver.get().code()).isEmpty()) {
            report(span, "this waiver names the unknown rule " + waiver.get().code(), "see 'lamina explain'");
        } else if (component.isEmpty()) {
            report(span, "this waiver is for no component", "write it above the component, or into it");
        } else if (waiver.get().until().isBefore(today)) {
            report(
                    span,
                    "the waiver of %s ended on %s: %s"
                            .formatted(
                                    waiver.get().code(),
                                    waiver.get().until(),
                                    waiver.get().reason()),
                    "mend what it allows, or look at the reason again and write a new date");
        } else {
            byComponent
                    .computeIfAbsent(component.get(), path -> new ArrayList<>())
                    .add(waiver.get());
        }
    }

    private void report(SourceSpan span, String message, String hint) {
        reports.add(Report.at("", message).span(span).hint(hint).severity(Severity.WARNING));
    }
}
