package dev.lamina.app.studio.build;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;

/// How the document is to be built: what was chosen for it last, or what is usual.
final class ChoicesModel {
    private static final Texts TEXTS = Texts.of(ChoicesModel.class);

    private final DocumentPlace place;
    private final Desk desk;
    private final KeptChoices kept;
    private final ReadOnlyObjectWrapper<BuildChoices> choices;
    private final ReadOnlyStringWrapper badName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper badFolder = new ReadOnlyStringWrapper("");
    private final StringExpression problem = Bindings.createStringBinding(
            () -> badName.get().isEmpty() ? badFolder.get() : badName.get(), badName, badFolder);

    ChoicesModel(DocumentPlace place, Desk desk) {
        this.place = place;
        this.desk = desk;
        this.kept = new KeptChoices(desk.operations().home().data().resolve("build-choices"));
        this.choices = new ReadOnlyObjectWrapper<>(usual());
        place.file().subscribe(file -> recall());
    }

    private BuildChoices usual() {
        return BuildChoices.usual(
                place.title().getValue(),
                desk.operations().hostArch(),
                place.folder(desk.operations().home().data()));
    }

    /// The document has another file: what was chosen for that one counts. Of what was chosen for none yet, only name
    /// and folder follow the file.
    private void recall() {
        BuildChoices usual = usual();
        BuildChoices before = choices.get();
        place.file()
                .getValue()
                .ifPresent(file -> desk.background()
                        .files(
                                () -> kept.of(file),
                                found -> {
                                    if (place.file()
                                                    .getValue()
                                                    .filter(file::equals)
                                                    .isPresent()
                                            && before.equals(choices.get())) {
                                        set(found.orElseGet(() ->
                                                before.withName(usual.name()).withFolder(usual.folder())));
                                    }
                                },
                                problem -> {})); // what is usual counts
    }

    ReadOnlyObjectProperty<BuildChoices> choices() {
        return choices.getReadOnlyProperty();
    }

    /// Why it cannot be built like that; empty when it can.
    StringExpression problem() {
        return problem;
    }

    ReadOnlyStringWrapper badName() {
        return badName;
    }

    ReadOnlyStringWrapper badFolder() {
        return badFolder;
    }

    /// Another choice, which is remembered for the document.
    void choose(UnaryOperator<BuildChoices> change) {
        BuildChoices now = change.apply(choices.get());
        if (!now.equals(choices.get())) {
            set(now);
            place.file()
                    .getValue()
                    .ifPresent(file -> desk.background()
                            .files(
                                    () -> {
                                        kept.keep(file, now);
                                        return true;
                                    },
                                    done -> {},
                                    problem -> {})); // it is built without
        }
    }

    private void set(BuildChoices now) {
        badName.set("");
        badFolder.set("");
        choices.set(now);
    }

    /// What somebody typed as the name.
    void name(String typed) {
        String name = typed.strip();
        if (BuildChoices.isName(name)) {
            badName.set("");
            choose(now -> now.withName(name));
        } else {
            badName.set(TEXTS.get("name.bad"));
        }
    }

    /// What somebody typed as the folder. What is relative lies beside the usual one.
    void folder(String typed) {
        try {
            Path usual = usual().folder();
            Path folder = typed.isBlank()
                    ? usual
                    : usual.resolveSibling(typed.strip()).normalize();
            badFolder.set("");
            choose(now -> now.withFolder(folder));
        } catch (InvalidPathException e) {
            badFolder.set(TEXTS.get("folder.bad"));
        }
    }
}
