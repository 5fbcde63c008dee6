package dev.lamina.app.studio;

import dev.lamina.app.operation.Timings;
import java.time.Duration;
import java.util.List;

/// What `lamina bench window` found out.
///
/// @param components of the document, all services
/// @param frames of the canvas and the console
/// @param typed from a key to what is found in the document
/// @param read from a key to the canvas
/// @param applied from a gesture to the text
/// @param search the median of searches in the palette
/// @param entries that were searched
/// @param console what a console takes of a guest that prints without end, in MB/s
public record WindowFigures(
        int components,
        List<Frames> frames,
        Timings typed,
        Timings read,
        Timings applied,
        Duration search,
        int entries,
        double console) {
    public WindowFigures {
        frames = List.copyOf(frames);
    }

    /// How long frames took during one gesture, in milliseconds.
    public record Frames(String gesture, double median, double p99, double longest) {}
}
