package dev.lamina.app.studio.base;

import java.util.List;
import javafx.collections.ObservableList;

/// Brings lists up to date that are shown.
public final class Rows {
    private Rows() {}

    /// Rows that are the same stay, so that a list keeps its place.
    public static <T> void show(ObservableList<T> shown, List<T> wanted) {
        if (shown.size() > wanted.size()) {
            shown.remove(wanted.size(), shown.size());
        }
        for (int i = 0; i < shown.size(); i++) {
            if (!shown.get(i).equals(wanted.get(i))) {
                shown.set(i, wanted.get(i));
            }
        }
        shown.addAll(wanted.subList(shown.size(), wanted.size()));
    }
}
