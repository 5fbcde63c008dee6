package dev.lamina.model.edit;

import dev.lamina.model.edit.Documents.Local;
import dev.lamina.model.edit.Edit.Append;
import dev.lamina.model.edit.Edit.Insert;
import dev.lamina.model.edit.Edit.Remove;
import dev.lamina.model.edit.Edit.RenameKey;
import dev.lamina.model.edit.Edit.Replace;
import dev.lamina.model.edit.Edit.Set;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.SourceText;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes edits in the documents of one composition.
final class Workspace {
    private static final Pattern INDEXED = Pattern.compile("(.+)\\[(\\d{1,9})]", Pattern.DOTALL);

    private final Documents documents;

    Workspace(List<SourceText> sources) {
        this.documents = new Documents(sources);
    }

    List<SourceText> render() {
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
            case Edit.Move(String from, String to) -> throw documents.refusal(from + " cannot be moved yet");
            case Edit.InsertText(String path, String yaml) -> throw documents.refusal(path + " cannot be put in yet");
            case Edit.Note(String path, String text) -> throw documents.refusal(path + " cannot have a note yet");
        }
    }

    private static void at(Local local, String path, boolean make, BiConsumer<Changes, Walk.Found> change) {
        Walk.find(local.document(), local.path(), path, make)
                .ifPresent(found -> change.accept(new Changes(local.document(), path), found));
    }

    private void insert(String path, Object value) {
        Matcher indexed = INDEXED.matcher(path);
        if (!indexed.matches()) {
            throw documents.refusal(path + " is no element of a list");
        }
        Local before = documents.before(path);
        Matcher local = INDEXED.matcher(before.path());
        if (local.matches()) {
            int index = Integer.parseInt(local.group(2));
            Local list = new Local(before.document(), local.group(1));
            at(list, path, true, (changes, found) -> changes.insert(found, value, index));
        }
    }
}
