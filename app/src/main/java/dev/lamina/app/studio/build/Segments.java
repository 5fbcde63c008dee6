package dev.lamina.app.studio.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/// A row of buttons of which exactly one is chosen.
final class Segments<T> {
    /// In one line, where there is room for it.
    private static final double WIDE = 4000;

    private final FlowPane box = new FlowPane();
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();

    /// @param words for each value
    Segments(List<T> values, ObjectProperty<T> chosen, Function<T, String> words) {
        ToggleGroup group = new ToggleGroup();
        List<T> all = new ArrayList<>(values);
        for (T value : all) {
            ToggleButton button = new ToggleButton(words.apply(value));
            button.setToggleGroup(group);
            button.getStyleClass().addAll("small", style(all.indexOf(value), all.size()));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> {
                chosen.set(value);
                button.setSelected(true); // one is always chosen
            });
            buttons.put(value, button);
            box.getChildren().add(button);
        }
        chosen.subscribe(now -> buttons.forEach((value, button) -> button.setSelected(value.equals(now))));
        box.getStyleClass().add("build-segments");
        box.setPrefWrapLength(WIDE);
        box.setMinHeight(Region.USE_PREF_SIZE);
    }

    private static String style(int index, int count) {
        return index == 0 ? "left-pill" : index == count - 1 ? "right-pill" : "center-pill";
    }

    FlowPane node() {
        return box;
    }
}
