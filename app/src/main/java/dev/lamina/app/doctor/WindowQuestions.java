package dev.lamina.app.doctor;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;

/// What the composer's window needs of a Linux: a display, and the libraries that draw. Other systems have both.
final class WindowQuestions implements Question.Family {
    private static final List<String> FOLDERS = List.of(
            "usr/lib",
            "usr/lib64",
            "lib64",
            "lib",
            "usr/lib/x86_64-linux-gnu",
            "usr/lib/aarch64-linux-gnu",
            "lib/x86_64-linux-gnu",
            "lib/aarch64-linux-gnu");
    private static final List<String> LIBRARIES =
            List.of("libgtk-3.so.0", "libGL.so.1", "libXtst.so.6", "libXxf86vm.so.1");

    private final Computer computer;
    private final InstallCommands commands;

    WindowQuestions(Computer computer, InstallCommands commands) {
        this.computer = computer;
        this.commands = commands;
    }

    @Override
    public List<Question> questions() {
        if (!computer.linux()) {
            return List.of();
        }
        return List.of(
                Question.of(
                        Group.WINDOW,
                        "display",
                        "Display",
                        "The composer's window opens on it. All commands work without.",
                        this::display),
                Question.of(
                        Group.WINDOW,
                        "toolkit",
                        "Libraries",
                        "The composer's window is drawn with them.",
                        this::toolkit));
    }

    private Finding display() {
        if (computer.variable("DISPLAY").isPresent()) {
            return Finding.ok("DISPLAY=" + computer.variable("DISPLAY").orElse(""));
        }
        return computer.variable("WAYLAND_DISPLAY").isPresent()
                ? Finding.limited(
                        "this desktop is Wayland's, and DISPLAY is not set",
                        Cure.text("Turn on XWayland in the desktop: the window needs it."))
                : Finding.missing(
                        "DISPLAY is not set",
                        Cure.text("Log in to a desktop, or come with ssh -X, to open the window."));
    }

    private Finding toolkit() {
        List<String> missing = LIBRARIES.stream().filter(name -> !exists(name)).toList();
        return missing.isEmpty()
                ? Finding.ok("GTK 3 and what it needs")
                : Finding.missing(
                        missing.stream().collect(Collectors.joining(", ", "missing: ", "")),
                        commands.install("gtk", Cure.text("Install GTK 3 with the packages of this system.")));
    }

    private boolean exists(String library) {
        return FOLDERS.stream()
                .anyMatch(folder -> Files.exists(computer.file(folder).resolve(library)));
    }
}
