package dev.lamina.app.studio.console;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/// How large the letters of a console are; 1 is the size of the window's own.
final class Zoom {
    private static final double SMALLEST = 0.6;
    private static final double LARGEST = 4;
    private static final double STEP = 1.1;

    private final ReadOnlyDoubleWrapper factor = new ReadOnlyDoubleWrapper(1);

    ReadOnlyDoubleProperty factor() {
        return factor.getReadOnlyProperty();
    }

    void larger() {
        factor.set(Math.min(LARGEST, factor.get() * STEP));
    }

    void smaller() {
        factor.set(Math.max(SMALLEST, factor.get() / STEP));
    }

    void usual() {
        factor.set(1);
    }
}
