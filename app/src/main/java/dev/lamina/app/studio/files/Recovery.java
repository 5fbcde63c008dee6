package dev.lamina.app.studio.files;

import dev.lamina.app.operation.Draft;
import dev.lamina.app.operation.Drafts.Kept;
import dev.lamina.app.operation.LiveReview;
import dev.lamina.app.operation.ReadComposition;
import dev.lamina.app.operation.TextFiles;
import dev.lamina.app.operation.TextFiles.Stamp;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.files.Offering.Choice;
import dev.lamina.app.studio.files.Offering.Subject;
import dev.lamina.app.studio.files.OpenDocument.Origin;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.model.edit.Document;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.yaml.SourceText;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Makes documents of the drafts of windows that are gone.
final class Recovery {
    private static final Texts TEXTS = Texts.of(Recovery.class);

    private final Desk desk;
    private final LazyDrafts drafts;
    private final Saving saving;
    private final ReadComposition reader;
    private final TextFiles files = new TextFiles();

    Recovery(Desk desk, LazyDrafts drafts, Saving saving) {
        this.desk = desk;
        this.drafts = drafts;
        this.saving = saving;
        this.reader = desk.operations().readComposition();
    }

    /// @param onDisk what the file has now; empty when there is none that can be read
    private record Found(Kept kept, Document document, Optional<String> onDisk, Stamp stamp, String difference) {}

    /// @param discard done with a document whose draft the user does not want
    void begin(Consumer<OpenDocument> open, Consumer<OpenDocument> discard, Consumer<Exception> failed) {
        desk.background()
                .files(
                        () -> {
                            List<Found> all = new ArrayList<>();
                            drafts.get().takeOver().forEach(kept -> all.add(find(kept)));
                            return all;
                        },
                        all -> all.forEach(found -> open.accept(document(found, discard))),
                        failed);
    }

    private Found find(Kept kept) {
        Draft draft = kept.draft();
        Stamp stamp = draft.file().map(files::stamp).orElse(Stamp.NONE);
        Optional<SourceText> onDisk = stamp.isThere() ? draft.file().flatMap(this::read) : Optional.empty();
        SourceText source = onDisk.map(disk -> new SourceText(disk.name(), draft.text(), disk.packages()))
                .orElseGet(() -> new SourceText(draft.title(), draft.text()));
        String before = onDisk.map(SourceText::text).orElse("");
        String difference = Difference.of(draft.title(), before, draft.text());
        return new Found(kept, Document.of(source), onDisk.map(SourceText::text), stamp, difference);
    }

    private Optional<SourceText> read(Path file) {
        try {
            return Optional.of(reader.texts(List.of(file.toString()), InputStream.nullInputStream())
                    .getFirst());
        } catch (LaminaException e) {
            return Optional.empty(); // the draft is all that there is
        }
    }

    private OpenDocument document(Found found, Consumer<OpenDocument> discard) {
        Draft draft = found.kept.draft();
        LiveReview review = desk.operations().liveReview();
        DocumentSession session =
                new DocumentSession(found.document, draft.history(), review::review, desk.background(), desk.clock());
        Origin origin = new Origin(draft.file(), found.onDisk.orElse(""), found.stamp, found.kept.id());
        OpenDocument document = new OpenDocument(session, draft.title(), origin);
        boolean other = found.onDisk
                .filter(text -> !TextFiles.digest(text).equals(draft.saved()))
                .isPresent();
        Offering question = Offering.of(
                Subject.RECOVERED,
                TEXTS.get(other ? "recovered.changed" : "recovered", draft.title()),
                new Choice(TEXTS.get("choice.keepEditing"), () -> {}),
                new Choice(TEXTS.get("choice.save"), () -> saving.save(document, () -> {})),
                new Choice(TEXTS.get("choice.discard"), () -> discard.accept(document)));
        document.offer(question.withDetails(found.difference));
        return document;
    }
}
