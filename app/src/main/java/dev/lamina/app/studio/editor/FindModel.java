package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.editor.Search.Query;
import dev.lamina.app.studio.editor.Search.Range;
import dev.lamina.app.studio.editor.Search.Result;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Finds and replaces in what an editor shows, while it is open.
final class FindModel {
    private static final Texts TEXTS = Texts.of(FindModel.class);

    /// Longer texts are searched in the background; so are patterns that take long.
    private static final int LONG = 300_000;

    private final EditorViewModel editor;
    private final Background background;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty query = new SimpleStringProperty("");
    private final StringProperty replacement = new SimpleStringProperty("");
    private final BooleanProperty matchCase = new SimpleBooleanProperty();
    private final BooleanProperty wholeWord = new SimpleBooleanProperty();
    private final BooleanProperty regex = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<List<Range>> matches = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final BooleanProperty wrong = new SimpleBooleanProperty();
    private String searched = "";

    FindModel(EditorViewModel editor, Background background) {
        this.editor = editor;
        this.background = background;
        open.subscribe(this::search);
        query.subscribe(this::search);
        matchCase.subscribe(this::search);
        wholeWord.subscribe(this::search);
        regex.subscribe(this::search);
        editor.session().text().subscribe((before, now) -> search());
    }

    BooleanProperty open() {
        return open;
    }

    StringProperty query() {
        return query;
    }

    StringProperty replacement() {
        return replacement;
    }

    BooleanProperty matchCase() {
        return matchCase;
    }

    BooleanProperty wholeWord() {
        return wholeWord;
    }

    BooleanProperty regex() {
        return regex;
    }

    /// What was found, in order.
    ReadOnlyObjectProperty<List<Range>> matches() {
        return matches.getReadOnlyProperty();
    }

    /// How many there are, or what is wrong with the query.
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// Whether the message says that something is wrong.
    BooleanProperty wrong() {
        return wrong;
    }

    private Query wanted() {
        return new Query(query.get(), matchCase.get(), wholeWord.get(), regex.get());
    }

    private void search() {
        if (!open.get() || query.get().isEmpty()) {
            take("", new Result.Found(List.of(), false));
            message.set("");
            return;
        }
        String text = editor.shown();
        Query wanted = wanted();
        Result quick = text.length() < LONG ? Search.find(text, wanted, Search.QUICK) : new Result.TooSlow();
        if (quick instanceof Result.TooSlow) {
            searchLong(text, wanted);
        } else {
            take(text, quick);
        }
    }

    private void searchLong(String text, Query wanted) {
        background.compute(
                () -> Search.find(text, wanted, Search.PATIENT),
                result -> {
                    if (open.get() && text.equals(editor.shown()) && wanted.equals(wanted())) {
                        take(text, result);
                    }
                },
                problem -> message.set(String.valueOf(problem.getMessage())));
    }

    private void take(String text, Result result) {
        searched = text;
        wrong.set(!(result instanceof Result.Found));
        switch (result) {
            case Result.Found(List<Range> ranges, boolean more) -> {
                matches.set(ranges.stream()
                        .filter(range -> !editor.hides(range.from(), range.to()))
                        .toList());
                message.set(TEXTS.get(
                        more ? "find.many" : "find.count", matches.get().size()));
            }
            case Result.Bad(String reason) -> {
                matches.set(List.of());
                message.set(TEXTS.get("find.bad", reason));
            }
            case Result.TooSlow() -> {
                matches.set(List.of());
                message.set(TEXTS.get("find.slow"));
            }
        }
    }

    /// Those that begin in a piece of the text.
    List<Range> in(int from, int to) {
        List<Range> all = matches.get();
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).to() <= from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int end = low;
        while (end < all.size() && all.get(end).from() < to) {
            end++;
        }
        return all.subList(low, end);
    }

    /// The next match that begins at a place or behind it, going round at the end.
    Optional<Range> next(int from) {
        List<Range> all = matches.get();
        Optional<Range> found =
                all.stream().filter(range -> range.from() >= from).findFirst();
        found = found.or(() -> all.stream().findFirst());
        found.ifPresent(this::count);
        return found;
    }

    /// The match that ends at a place or in front of it, going round at the beginning.
    Optional<Range> previous(int to) {
        List<Range> all = matches.get();
        Optional<Range> found =
                all.reversed().stream().filter(range -> range.to() <= to).findFirst();
        found = found.or(() -> all.reversed().stream().findFirst());
        found.ifPresent(this::count);
        return found;
    }

    private void count(Range range) {
        message.set(TEXTS.get(
                "find.at", matches.get().indexOf(range) + 1, matches.get().size()));
    }

    /// Replaces one match, when it is one.
    Optional<TextChange> replace(int from, int to) {
        Range range = new Range(from, to);
        return matches.get().contains(range) ? changes(List.of(range)).stream().findFirst() : Optional.empty();
    }

    /// Replaces all matches as one step.
    void replaceAll() {
        List<TextChange> changes = changes(matches.get());
        if (!changes.isEmpty()) {
            editor.typed(changes);
            message.set(TEXTS.get("find.replaced", changes.size()));
        }
    }

    private List<TextChange> changes(List<Range> ranges) {
        if (!searched.equals(editor.shown())) {
            return List.of();
        }
        try {
            return Search.replace(searched, wanted(), ranges, replacement.get());
        } catch (IllegalArgumentException e) {
            wrong.set(true);
            message.set(TEXTS.get("find.group", String.valueOf(e.getMessage())));
            return List.of();
        }
    }
}
