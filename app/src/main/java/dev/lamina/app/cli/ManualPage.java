package dev.lamina.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// The manual page of a command, from what its `--help` says. The same program gives the same page.
final class ManualPage {
    private static final String EXAMPLES = "Examples:";

    private final CommandLine command;
    private final UsageMessageSpec usage;
    private final String version;

    /// @param version as `lamina 0.1.0`
    ManualPage(CommandLine command, String version) {
        this.command = command;
        this.usage = command.getCommandSpec().usageMessage();
        this.version = version;
    }

    /// `lamina-image-prune`, also the name of its file.
    String name() {
        return name(command);
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName("-");
    }

    String text() {
        Roff page = new Roff().title(name(), version);
        page.section("NAME").text(name() + " - " + summary(usage));
        page.section("SYNOPSIS").text(synopsis());
        page.section("DESCRIPTION").text(description());
        parameters(page);
        options(page);
        commands(page);
        footer(page);
        surroundings(page);
        page.section("SEE ALSO").text(related());
        return page.toString();
    }

    private static String summary(UsageMessageSpec usage) {
        String header = plain(usage.header());
        return header.endsWith(".") ? header.substring(0, header.length() - 1) : header;
    }

    private String synopsis() {
        return Ansi.OFF.string(new Help(command.getCommandSpec(), Help.defaultColorScheme(Ansi.OFF)).synopsis(0));
    }

    private String description() {
        String words = plain(usage.description());
        return words.isBlank() ? plain(usage.header()) : words;
    }

    private void parameters(Roff page) {
        List<PositionalParamSpec> shown = command.getCommandSpec().positionalParameters().stream()
                .filter(parameter -> !parameter.hidden())
                .toList();
        if (!shown.isEmpty()) {
            page.section("ARGUMENTS");
            shown.forEach(parameter -> page.entry(parameter.paramLabel(), description(parameter)));
        }
    }

    /// Those that every command has are told on the page of `lamina`.
    private void options(Roff page) {
        List<OptionSpec> shown = command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden() && !option.inherited())
                .toList();
        if (!shown.isEmpty()) {
            page.section("OPTIONS");
            shown.forEach(option -> page.entry(term(option), description(option)));
        }
    }

    private static String term(OptionSpec option) {
        String names = String.join(", ", option.names());
        return option.arity().max() == 0 ? names : names + "=" + option.paramLabel();
    }

    private static String description(ArgSpec argument) {
        return plain(argument.description());
    }

    private void commands(Roff page) {
        List<CommandLine> shown = shown(command);
        if (!shown.isEmpty()) {
            page.section("COMMANDS");
            for (CommandLine each : shown) {
                page.entry(
                        each.getCommandSpec().qualifiedName(" "),
                        plain(each.getCommandSpec().usageMessage().header()));
            }
        }
    }

    /// The commands below one that help shows.
    static List<CommandLine> shown(CommandLine command) {
        return command.getSubcommands().values().stream()
                .filter(each -> !each.getCommandSpec().usageMessage().hidden())
                .toList();
    }

    /// Examples, and what else stands below the help.
    private void footer(Roff page) {
        List<Note> notes = notes();
        notes.stream()
                .filter(Note::isExamples)
                .forEach(note -> page.section("EXAMPLES").verbatim(note.shown));
        notes.removeIf(Note::isExamples);
        if (!notes.isEmpty()) {
            page.section("NOTES");
            notes.forEach(note -> note.writeTo(page));
        }
    }

    private List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        for (String line : usage.footer()) {
            if (line.startsWith("  ")) {
                notes.getLast().shown.add(line.substring(2));
            } else if (!line.isBlank()) {
                if (notes.isEmpty() || !notes.getLast().shown.isEmpty()) {
                    notes.add(new Note(new ArrayList<>(), new ArrayList<>()));
                }
                notes.getLast().words.add(line);
            }
        }
        return notes;
    }

    /// @param shown lines that stand further in below the words, and are shown as they are
    private record Note(List<String> words, List<String> shown) {
        boolean isExamples() {
            return words.equals(List.of(EXAMPLES));
        }

        void writeTo(Roff page) {
            page.text(String.join("\n", words));
            if (!shown.isEmpty()) {
                page.verbatim(shown);
            }
        }
    }

    private void surroundings(Roff page) {
        if (command.getParent() != null) {
            return;
        }
        page.section("ENVIRONMENT")
                .entry(
                        "LAMINA_HOME",
                        "The folder for all that Lamina keeps, instead of those that the system has for it.")
                .entry("LAMINA_COMPONENTS", "The folder of your own components.")
                .entry("LAMINA_QEMU", "The program qemu-system-ARCH, or its folder.")
                .entry("LAMINA_MIRROR", "Mirrors of registries, as --mirror takes them, with blanks between.")
                .entry("LAMINA_DEBIAN_MIRROR", "Mirrors of Debian's packages: addresses with blanks between.")
                .entry("HTTP_PROXY, HTTPS_PROXY, NO_PROXY", "How the network is reached.")
                .entry("NO_COLOR", "When set, nothing is printed in colours.");
        page.section("FILES")
                .entry("~/.cache/lamina", "Images, packages and built parts; all of it can be made again.")
                .entry("~/.local/share/lamina", "Virtual machines, notes of builds, your own components and lessons.")
                .entry("NAME.lamina.yml", "What machine NAME.yml is to run on, and what is expected of it.");
    }

    private String related() {
        List<String> names = new ArrayList<>();
        for (CommandLine above = command.getParent(); above != null; above = above.getParent()) {
            names.add(name(above));
        }
        shown(command).forEach(each -> names.add(name(each)));
        return String.join(
                ",\n", names.stream().sorted().map(each -> each + "(1)").toList());
    }

    /// Lines as sentences of one text, without the marks of colours.
    private static String plain(String[] lines) {
        return String.join(
                "\n",
                Arrays.stream(lines)
                        .map(line -> Ansi.OFF.string(String.format(Locale.ROOT, line.replaceAll("%(?![n%])", "%%"))))
                        .toList());
    }
}
