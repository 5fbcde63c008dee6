package dev.lamina.app.studio.editor;

import java.util.List;

/// One step of the way from the root of a document to a value.
sealed interface Step {
    record Key(String name) implements Step {}

    /// Counted from 0.
    record Index(int number) implements Step {}

    /// As paths are written, e.g. `services[0].binds[1]`.
    static String path(List<Step> steps) {
        StringBuilder path = new StringBuilder();
        for (Step step : steps) {
            switch (step) {
                case Key(String name) -> path.append(path.isEmpty() ? "" : ".").append(name);
                case Index(int number) -> path.append('[').append(number).append(']');
            }
        }
        return path.toString();
    }
}
