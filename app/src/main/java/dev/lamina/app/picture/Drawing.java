package dev.lamina.app.picture;

import java.util.List;

/// A picture, whatever the format: figures one above the other. Its unit is a pixel, or a point on paper.
///
/// @param title what it shows, in one line
record Drawing(String title, double width, double height, Colours colours, List<Figure> figures) {
    Drawing {
        figures = List.copyOf(figures);
    }
}
