package dev.lamina.app.cli;

import java.util.ArrayList;
import java.util.List;

/// A terminal as far as progress bars need one: lines, cursor up, erase to the end of line and of screen.
final class Screen {
    private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    private int row;
    private int column;

    static List<String> after(String output) {
        Screen screen = new Screen();
        screen.write(output);
        return screen.lines.stream()
                .map(line -> line.toString().stripTrailing())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private void write(String output) {
        for (int i = 0; i < output.length(); i++) {
            char c = output.charAt(i);
            switch (c) {
                case '\r' -> column = 0;
                case '\n' -> newLine();
                case '\033' -> i = escape(output, i + 2);
                default -> put(c);
            }
        }
    }

    private void newLine() {
        row++;
        column = 0;
        if (row == lines.size()) {
            lines.add(new StringBuilder());
        }
    }

    private int escape(String output, int start) {
        int end = start;
        while (Character.isDigit(output.charAt(end))) {
            end++;
        }
        switch (output.charAt(end)) {
            case 'A' -> row -= Integer.parseInt(output.substring(start, end));
            case 'K' -> lines.get(row).setLength(Math.min(column, lines.get(row).length()));
            case 'J' -> {
                lines.get(row).setLength(Math.min(column, lines.get(row).length()));
                lines.subList(row + 1, lines.size()).clear();
            }
            default -> throw new IllegalArgumentException("unknown escape " + output.charAt(end));
        }
        return end;
    }

    private void put(char c) {
        StringBuilder line = lines.get(row);
        line.setLength(Math.max(line.length(), column));
        if (column < line.length()) {
            line.setCharAt(column, c);
        } else {
            line.append(c);
        }
        column++;
    }
}
