package dev.lamina.app.studio.drop;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Offer;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.session.PlainOffers;
import dev.lamina.assembler.oci.ImportOptions;
import dev.lamina.model.value.ImageRef;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What hangs over the window from the desktop, and what is done with it when it is let go.
public final class DropViewModel {
    private static final Texts TEXTS = Texts.of(DropViewModel.class);

    /// Of more it is only said how many they are.
    private static final int MOST_LINES = 4;

    private final Desk desk;
    private final DropReader reader;
    private final DropReceiver receiver;
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");

    /// Counts what came over the window, so that an answer that comes too late is not shown.
    private int hovering;

    public DropViewModel(Desk desk, DropReader reader, DropReceiver receiver) {
        this.desk = desk;
        this.reader = reader;
        this.receiver = receiver;
    }

    /// What will happen, in words; empty while nothing hangs over the window.
    public ReadOnlyStringProperty hint() {
        return hint.getReadOnlyProperty();
    }

    public void hover(List<Path> files) {
        hover(() -> reader.files(files));
    }

    public void hover(String text) {
        hover(() -> List.of(reader.text(text)));
    }

    private void hover(Callable<List<Dropped>> question) {
        int asked = ++hovering;
        hint.set(TEXTS.get("looking"));
        desk.background()
                .compute(
                        question,
                        answer -> {
                            if (asked == hovering) {
                                hint.set(words(answer));
                            }
                        },
                        problem -> leave());
    }

    /// Nothing hangs over the window any more.
    public void leave() {
        hovering++;
        hint.set("");
    }

    /// @param place in front of which component it was let go, when it was over a lane
    public void drop(List<Path> files, Optional<Place> place) {
        drop(() -> reader.files(files), place);
    }

    public void drop(String text, Optional<Place> place) {
        drop(() -> List.of(reader.text(text)), place);
    }

    private void drop(Callable<List<Dropped>> question, Optional<Place> place) {
        leave();
        desk.background()
                .compute(
                        question,
                        answer -> answer.forEach(dropped -> accept(dropped, place)),
                        problem -> receiver.say(TEXTS.get("failed", String.valueOf(problem.getMessage()))));
    }

    private void accept(Dropped dropped, Optional<Place> place) {
        switch (dropped) {
            case Dropped.Document(Path file) -> receiver.open(file);
            case Dropped.Images(Path source) -> take(source, place);
            case Dropped.Kernel kernel -> make(kernel, place);
            case Dropped.Components(String words, List<Offer> offers) -> add(words, offers, place);
            case Dropped.Refused(String words) -> receiver.say(words);
        }
    }

    private void take(Path source, Optional<Place> place) {
        Optional<DocumentSession> document = receiver.document();
        desk.background()
                .start(
                        TEXTS.get("importing", source.getFileName()),
                        reporter -> desk.operations()
                                .images()
                                .take(
                                        source.toAbsolutePath().toString(),
                                        ImportOptions.NONE,
                                        InputStream.nullInputStream(),
                                        reporter),
                        images -> {
                            receiver.imported();
                            add(document, offers(images), place, TEXTS.get("imported", names(images)));
                        },
                        this::failed);
    }

    private static List<Offer> offers(List<ImageRef> images) {
        return images.stream()
                .flatMap(image -> PlainOffers.image(image.name()).stream())
                .toList();
    }

    private static String names(List<ImageRef> images) {
        return images.stream().map(ImageRef::name).collect(Collectors.joining(", "));
    }

    private void make(Dropped.Kernel kernel, Optional<Place> place) {
        Optional<DocumentSession> document = receiver.document();
        KernelImage image = new KernelImage(kernel);
        desk.background()
                .start(
                        TEXTS.get("importing", kernel.file().getFileName()),
                        reporter -> {
                            image.make(desk.operations().images(), reporter);
                            return image.offer();
                        },
                        offer -> {
                            receiver.imported();
                            add(document, List.of(offer), place, TEXTS.get("kernel.made", offer.name()));
                        },
                        this::failed);
    }

    private void failed(Exception problem) {
        receiver.say(TEXTS.get("failed", String.valueOf(problem.getMessage())));
    }

    private void add(String words, List<Offer> offers, Optional<Place> place) {
        add(receiver.document(), offers, place, receiver.document().isPresent() ? "" : TEXTS.get("no.document", words));
    }

    /// @param words to say then; empty for none
    private void add(Optional<DocumentSession> document, List<Offer> offers, Optional<Place> place, String words) {
        if (!words.isEmpty()) {
            receiver.say(words);
        }
        document.filter(session -> !offers.isEmpty())
                .ifPresent(session -> session.apply(before -> Together.add(before, offers, place)));
    }

    private static String words(List<Dropped> dropped) {
        String lines =
                dropped.stream().limit(MOST_LINES).map(DropViewModel::words).collect(Collectors.joining("\n"));
        return dropped.size() <= MOST_LINES ? lines : TEXTS.get("more", lines, dropped.size() - MOST_LINES);
    }

    private static String words(Dropped dropped) {
        return switch (dropped) {
            case Dropped.Document(Path file) -> TEXTS.get("opens", file.getFileName());
            case Dropped.Images(Path source) -> TEXTS.get("adds.images", source.getFileName());
            case Dropped.Kernel(Path file, var arch) -> TEXTS.get("adds.kernel", file.getFileName(), arch.ociName());
            case Dropped.Components(String words, List<Offer> offers) -> words;
            case Dropped.Refused(String words) -> words;
        };
    }
}
