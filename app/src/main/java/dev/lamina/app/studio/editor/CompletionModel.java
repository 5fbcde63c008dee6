package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.editor.Completion.Proposals;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Place;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What completion offers in a document, and what taking an offer writes.
final class CompletionModel {
    private static final Duration AFTER_OPENING = Duration.ofMillis(800);
    private static final int MOST_PROGRAMS = 500;

    private final EditorViewModel editor;
    private final DocumentSession session;
    private List<ImageNames.Named> images = List.of();

    CompletionModel(EditorViewModel editor, ImageNames names, Desk desk) {
        this.editor = editor;
        this.session = editor.session();
        desk.background()
                .later(
                        AFTER_OPENING,
                        () -> desk.background()
                                .compute(names::load, found -> images = found, problem -> images = List.of()));
    }

    Proposals at(int offset) {
        Lines.Text lines = editor.lines();
        int line = lines.at(offset);
        Knowledge known = new Knowledge(session.composition(), images, this::programs);
        return Completion.at(lines, line, offset - lines.start(line), known);
    }

    /// The programs of the image of a component.
    private List<String> programs(String path) {
        return Place.of(path).stream()
                .flatMap(place -> session.reviewed().get().stream()
                        .flatMap(reviewed -> reviewed.system().containers().stream())
                        .filter(container -> container.path().equals(place.path())))
                .flatMap(container -> container.files().stream())
                .flatMap(files -> files.entries().entrySet().stream())
                .filter(entry -> entry.getValue().executable())
                .map(Map.Entry::getKey)
                .map(file -> file.startsWith("/") ? file : "/" + file)
                .sorted()
                .limit(MOST_PROGRAMS)
                .toList();
    }

    /// What takes the place of what has been typed.
    Typed take(Proposals proposals, Proposal chosen, int offset) {
        int start = editor.lines().start(editor.lines().at(offset));
        String indent = "\n" + " ".repeat(proposals.from());
        return Typed.insert(
                start + proposals.from(),
                start + proposals.to(),
                chosen.insert().replace("\n", indent));
    }
}
