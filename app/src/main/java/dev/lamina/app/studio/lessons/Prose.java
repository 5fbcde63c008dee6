package dev.lamina.app.studio.lessons;

import dev.lamina.app.studio.look.Labels;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;

/// Texts of lessons: paragraphs that wrap, and pieces of documents that can be selected and copied.
final class Prose {
    private static final String CODE = "    ";
    private static final double LINE = 1.5;

    private Prose() {}

    /// @param text with paragraphs separated by empty lines; lines that begin with four blanks are
    /// as they are
    static List<Node> of(String text) {
        List<Node> nodes = new ArrayList<>();
        List<String> block = new ArrayList<>();
        boolean code = false;
        for (String line : (text + "\n").split("\n", -1)) {
            boolean belongs =
                    code ? line.startsWith(CODE) || line.isEmpty() : !line.isEmpty() && !line.startsWith(CODE);
            if (!belongs) {
                add(nodes, block, code);
                block.clear();
            }
            if (block.isEmpty()) {
                code = line.startsWith(CODE);
            }
            if (!line.isEmpty() || code) {
                block.add(code && line.startsWith(CODE) ? line.substring(CODE.length()) : line);
            }
        }
        add(nodes, block, code);
        return nodes;
    }

    private static void add(List<Node> nodes, List<String> block, boolean code) {
        String text = String.join(code ? "\n" : " ", block).stripTrailing();
        if (!text.isBlank()) {
            nodes.add(code ? code(text) : Labels.wrapped(text, "lesson-text"));
        }
    }

    /// As it is typed.
    static Node code(String text) {
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.getStyleClass().addAll("lesson-code", "mono");
        area.setAccessibleText(text);
        int lines = (int) text.lines().count();
        area.setPrefRowCount(lines);
        // The area's own rows would leave a bar for scrolling no room.
        area.styleProperty().set("-fx-pref-height: %sem;".formatted(lines * LINE + 1.6));
        area.setMinHeight(Region.USE_PREF_SIZE);
        return area;
    }
}
