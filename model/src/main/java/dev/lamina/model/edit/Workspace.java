package dev.lamina.model.edit;

import dev.lamina.model.edit.Documents.Local;
import dev.lamina.model.edit.Edit.Append;
import dev.lamina.model.edit.Edit.Insert;
import dev.lamina.model.edit.Edit.InsertText;
import dev.lamina.model.edit.Edit.Move;
import dev.lamina.model.edit.Edit.Note;
import dev.lamina.model.edit.Edit.Remove;
import dev.lamina.model.edit.Edit.RenameKey;
import dev.lamina.model.edit.Edit.Replace;
import dev.lamina.model.edit.Edit.Set;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.Scan;
import dev.lamina.model.yaml.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes edits in the documents of one composition.
final class Workspace {
    private static final Pattern INDEXED = Pattern.compile("(.+)\\[(\\d{1,9})]", Pattern.DOTALL);

    private final Documents documents;
    private final Moves moves = new Moves();

    Workspace(List<SourceText> sources) {
        this.documents = new Documents(sources);
    }

    List<SourceText> render() {
        moves.settle();
        return documents.all().stream().map(OpenDocument::render).toList();
    }

    void make(Edit edit) {
        switch (edit) {
            case Set(String path, Object value) ->
                at(documents.one(path), path, true, (changes, found) -> changes.set(found.slot(), value));
            case Append(String path, Object value) ->
                at(documents.last(path), path, true, (changes, found) -> changes.append(found.slot(), value));
            case Insert(String path, Object value) -> insert(path, value);
            case Remove(String path) ->
                documents
                        .each(path)
                        .forEach(local -> at(local, path, false, (changes, found) -> changes.remove(found.slot())));
            case RenameKey(String path, String name) ->
                at(documents.one(path), path, false, (changes, found) -> changes.rename(found, name));
            case Replace(SourceSpan span, String text) -> documents.named(span).replace(span, text);
            case Move(String from, String to) -> move(from, to);
            case InsertText(String path, String yaml) -> insertText(path, yaml);
            case Note(String path, String text) ->
                at(documents.one(path), path, false, (changes, found) -> changes.note(found, text));
        }
    }

    private static void at(Local local, String path, boolean make, BiConsumer<Changes, Walk.Found> change) {
        Walk.find(local.document(), local.path(), path, make)
                .ifPresent(found -> change.accept(new Changes(local.document(), path), found));
    }

    private void insert(String path, Object value) {
        Target target = target(path);
        at(target.list(), path, true, (changes, found) -> changes.insert(found, value, target.index()));
    }

    /// @param list of one document
    /// @param index in that list
    private record Target(Local list, int index) {}

    private Target target(String path) {
        Matcher local = INDEXED.matcher(
                INDEXED.matcher(path).matches() ? documents.before(path).path() : path);
        if (!local.matches()) {
            throw documents.refusal(path + " is no element of a list");
        }
        OpenDocument document = documents.before(path).document();
        return new Target(new Local(document, local.group(1)), Integer.parseInt(local.group(2)));
    }

    private void move(String from, String to) {
        Local source = documents.last(from);
        Target target = target(to);
        Walk.find(source.document(), source.path(), from, false)
                .filter(found -> !found.slot().isRemoved())
                .ifPresent(found -> {
                    Excerpt excerpt = moves.take(source.document(), found, from);
                    Optional<OpenDocument> owner = Optional.of(source.document());
                    OpenDocument document = target.list().document();
                    Moves.refuseRebinding(document, owner, excerpt, from);
                    at(target.list(), to, true, (changes, list) -> {
                        changes.insert(list, new Draft.Quoted(excerpt), target.index());
                        moves.moved(found.slot(), list, excerpt);
                    });
                });
    }

    private void insertText(String path, String yaml) {
        boolean element = INDEXED.matcher(path).matches();
        Local place = element ? target(path).list() : documents.one(path);
        GivenText given = GivenText.of(
                        yaml, Scan.newline(place.document().source().text()))
                .orElseThrow(() -> documents.refusal("what is to be put at %s is no YAML".formatted(path)));
        Excerpt excerpt = element ? given.element() : given.held();
        Moves.refuseRebinding(place.document(), Optional.empty(), excerpt, path);
        Draft draft = new Draft.Quoted(excerpt);
        if (element) {
            insert(path, draft);
        } else {
            at(place, path, true, (changes, found) -> changes.put(found.slot(), draft));
        }
    }
}
