package dev.lamina.app.picture;

import java.util.Optional;

/// What drawings are made of.
sealed interface Figure {
    /// A rectangle.
    ///
    /// @param edge one pixel wide, on the rectangle's border
    record Box(
            double x,
            double y,
            double width,
            double height,
            double radius,
            Optional<Colour> ground,
            Optional<Colour> edge)
            implements Figure {
        static Box filled(double x, double y, double width, double height, double radius, Colour colour) {
            return new Box(x, y, width, height, radius, Optional.of(colour), Optional.empty());
        }

        Outline outline() {
            return Outline.box(x, y, width, height, radius);
        }
    }

    /// Lines with round ends.
    record Stroke(Outline outline, double width, Colour colour) implements Figure {}

    /// An area.
    record Area(Outline outline, Colour colour) implements Figure {}

    /// One line of text.
    ///
    /// @param text as [Lettering#line] has it
    /// @param y of the line that letters stand on
    record Words(String text, double x, double y, double size, boolean bold, Colour colour) implements Figure {
        double width() {
            return Lettering.width(text, size, bold);
        }
    }
}
