package dev.lamina.app.cli;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/// Colours for texts that may hold anything: unlike the markup of the help, nothing in them is looked at.
record Paint(Ansi ansi) {

    String added(String text) {
        return painted(Style.fg_green, text);
    }

    String removed(String text) {
        return painted(Style.fg_red, text);
    }

    String changed(String text) {
        return painted(Style.fg_yellow, text);
    }

    String title(String text) {
        return painted(Style.bold, text);
    }

    private String painted(Style style, String text) {
        return ansi.enabled() ? style.on() + text + Style.reset.on() : text;
    }
}
