package dev.lamina.app.studio.problems;

import java.util.List;
import javafx.collections.ObservableList;

/// Makes the rows of a list others. Those that stay at the beginning and at the end are left alone, so that nothing
/// moves that need not.
final class RowUpdate {
    private RowUpdate() {}

    static <T> void make(ObservableList<T> rows, List<T> now) {
        int most = Math.min(rows.size(), now.size());
        int head = 0;
        while (head < most && rows.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && rows.get(rows.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        if (head == 0 && tail == 0) {
            rows.setAll(now);
        } else {
            rows.remove(head, rows.size() - tail);
            rows.addAll(head, now.subList(head, now.size() - tail));
        }
    }
}
