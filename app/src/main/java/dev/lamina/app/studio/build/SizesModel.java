package dev.lamina.app.studio.build;

import dev.lamina.assembler.size.SizeTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The sizes in the system that was built last: where somebody is in its tree, and what is selected there.
final class SizesModel {
    private final ReadOnlyObjectWrapper<Optional<SystemSizes>> sizes = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<SizeTree>> trail = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<SizeTree>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<SizeList> list = new SimpleObjectProperty<>(SizeList.COMPONENTS);
    private final ObservableList<SizeRow> rows = FXCollections.observableArrayList();

    SizesModel() {
        list.subscribe(this::fill);
    }

    /// Empty until something was built.
    ReadOnlyObjectProperty<Optional<SystemSizes>> sizes() {
        return sizes.getReadOnlyProperty();
    }

    /// From the whole system to the directory that is shown; empty when nothing is.
    ReadOnlyObjectProperty<List<SizeTree>> trail() {
        return trail.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<SizeTree>> selected() {
        return selected.getReadOnlyProperty();
    }

    ObjectProperty<SizeList> list() {
        return list;
    }

    ObservableList<SizeRow> rows() {
        return rows;
    }

    /// Another build. Who looks at a directory keeps looking at it, if it is still there.
    void show(SystemSizes now) {
        List<SizeTree> before = trail.get();
        sizes.set(Optional.of(now));
        List<SizeTree> after = new ArrayList<>(List.of(now.tree()));
        for (int i = 1; i < before.size(); i++) {
            String name = before.get(i).name();
            Optional<SizeTree> same = child(after.getLast(), name).filter(child -> !child.isFile());
            if (same.isEmpty()) {
                break;
            }
            after.add(same.get());
        }
        descend(after);
        go(after);
        fill();
    }

    private static Optional<SizeTree> child(SizeTree of, String name) {
        return of.children().stream().filter(child -> child.name().equals(name)).findFirst();
    }

    private void fill() {
        rows.setAll(sizes.get().map(now -> new SizeRows(now).of(list.get())).orElse(List.of()));
    }

    private void go(List<SizeTree> way) {
        selected.set(Optional.empty());
        trail.set(List.copyOf(way));
    }

    /// The component that all is of that is shown; empty for the whole system.
    String component() {
        return trail.get().size() > 1 ? trail.get().get(1).name() : "";
    }

    /// Shows a directory that lies somewhere below the one that is shown; a file is selected.
    void into(SizeTree node) {
        if (trail.get().isEmpty()) {
            return;
        }
        List<SizeTree> way = new ArrayList<>(trail.get());
        if (way(way, node)) {
            end(way);
        }
    }

    /// Adds the way from the last of a trail to a node, and tells whether there is one.
    private static boolean way(List<SizeTree> trail, SizeTree node) {
        for (SizeTree child : trail.getLast().children()) {
            trail.add(child);
            if (Treemap.same(child, node) || (!child.isFile() && leadsTo(child, node) && way(trail, node))) {
                return true;
            }
            trail.removeLast();
        }
        return false;
    }

    /// Components have no path, and the same directories may be in several of them.
    private static boolean leadsTo(SizeTree directory, SizeTree node) {
        return directory.path().isEmpty() || node.path().startsWith(directory.path() + "/");
    }

    /// Back to the directory around; what was shown is selected.
    void out() {
        List<SizeTree> way = new ArrayList<>(trail.get());
        if (way.size() < 2) {
            return;
        }
        SizeTree from = way.removeLast();
        while (way.size() > 1 && Treemap.isPassage(way.getLast())) {
            from = way.removeLast();
        }
        go(way);
        selected.set(Optional.of(from));
    }

    /// A part of the way to the directory that is shown.
    ///
    /// @param depth for [#outTo]
    record Crumb(String label, int depth) {}

    /// The way to the directory that is shown, from the whole system, whose label is empty. Directories that are passed
    /// through are told together.
    List<Crumb> crumbs() {
        List<Crumb> crumbs = new ArrayList<>();
        String label = "";
        List<SizeTree> way = trail.get();
        for (int i = 0; i < way.size(); i++) {
            label = label.isEmpty()
                    ? way.get(i).name()
                    : label + "/" + way.get(i).name();
            if (i < 2 || i == way.size() - 1 || !Treemap.isPassage(way.get(i))) {
                crumbs.add(new Crumb(label, i));
                label = "";
            }
        }
        return crumbs;
    }

    /// @param depth 0 for the whole system
    void outTo(int depth) {
        if (depth + 1 < trail.get().size()) {
            List<SizeTree> way = new ArrayList<>(trail.get().subList(0, depth + 1));
            descend(way);
            go(way);
        }
    }

    void select(Optional<SizeTree> node) {
        selected.set(node);
    }

    /// Shows what a line of the list is about.
    void open(SizeRow row) {
        if (sizes.get().isEmpty()) {
            return;
        }
        List<SizeTree> way = new ArrayList<>(List.of(sizes.get().get().tree()));
        Optional<SizeTree> component = child(way.getFirst(), row.component());
        if (component.isEmpty()) {
            return;
        }
        way.add(component.get());
        if (!row.path().isEmpty()) {
            for (Optional<SizeTree> next = towards(way.getLast(), row.path());
                    next.isPresent();
                    next = towards(way.getLast(), row.path())) {
                way.add(next.get());
            }
        }
        end(way);
    }

    /// Goes where a way leads; a file is selected in its directory.
    private void end(List<SizeTree> way) {
        SizeTree last = way.getLast();
        if (last.isFile()) {
            way.removeLast();
        } else {
            descend(way);
        }
        go(way);
        selected.set(last.isFile() ? Optional.of(last) : Optional.empty());
    }

    /// A directory with nothing but another one in it is passed through.
    private static void descend(List<SizeTree> way) {
        while (way.size() > 1 && Treemap.isPassage(way.getLast())) {
            way.add(way.getLast().children().getFirst());
        }
    }

    private static Optional<SizeTree> towards(SizeTree directory, String path) {
        return directory.children().stream()
                .filter(child -> path.equals(child.path()) || path.startsWith(child.path() + "/"))
                .findFirst();
    }
}
