package dev.lamina.icons.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Makes all icons: those of the window for the class path; those that installers put where desktops look for them; and
/// the contact sheet.
///
/// The same drawings and the same Java make the same bytes.
final class IconBuild {
    /// What desktops of Linux ask for.
    private static final List<Integer> DESKTOP = List.of(16, 22, 24, 32, 48, 64, 128, 256, 512, 1024);
    /// What window managers ask for.
    private static final List<Integer> WINDOW = List.of(16, 24, 32, 48, 64, 128, 256);

    /// What Windows asks for.
    private static final List<Integer> ICO = List.of(16, 24, 32, 48, 64, 128, 256);

    private final Drawing application;
    private final Drawing composition;

    IconBuild(Path drawings) throws IOException {
        application = Drawing.in(drawings, "lamina");
        composition = Drawing.in(drawings, "composition");
    }

    /// @param arguments the folder of the drawings, the root of the class path, and where the others go
    public static void main(String[] arguments) throws IOException {
        IconBuild build = new IconBuild(Path.of(arguments[0]));
        build.window(Path.of(arguments[1]));
        build.installers(Path.of(arguments[2]));
    }

    /// The icons of the window.
    void window(Path classes) throws IOException {
        for (int size : WINDOW) {
            write(
                    classes.resolve("dev/lamina/icons/app/lamina-" + size + ".png"),
                    application.at(size).png());
        }
    }

    /// A folder as the icon theme specification has it, the containers of Windows and macOS, and the contact sheet.
    void installers(Path folder) throws IOException {
        theme(folder.resolve("hicolor"), "apps", "dev.lamina.Lamina", application);
        theme(folder.resolve("hicolor"), "mimetypes", "application-vnd.lamina.composition+yaml", composition);
        for (Drawing drawing : List.of(application, composition)) {
            Stream<Picture> pictures = ICO.stream().map(drawing::at);
            write(folder.resolve(drawing.name() + ".ico"), IcoFile.of(pictures.toList()));
            write(folder.resolve(drawing.name() + ".icns"), IcnsFile.of(drawing::at));
        }
        write(
                folder.resolve("contact-sheet.png"),
                new ContactSheet(List.of(application, composition)).picture().png());
    }

    private static void theme(Path theme, String context, String name, Drawing drawing) throws IOException {
        for (int size : DESKTOP) {
            Path file = theme.resolve(size + "x" + size).resolve(context).resolve(name + ".png");
            write(file, drawing.at(size).png());
        }
        write(theme.resolve("scalable").resolve(context).resolve(name + ".svg"), Files.readAllBytes(drawing.source()));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, bytes);
    }
}
