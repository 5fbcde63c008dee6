import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.css.Stylesheet;

/// Makes one style sheet of those of all features, in the form that JavaFX would otherwise make of each at
/// every start of the window: to read that takes a fifth of the time, and one costs less than many wherever
/// a style is looked for.
///
/// `java Sheets.java FOLDER`, with JavaFX on the class path: `sheets.txt` there names them, `studio.bss` is
/// made.
final class Sheets {
    private Sheets() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        StringBuilder all = new StringBuilder();
        for (String name : Files.readAllLines(folder.resolve("sheets.txt"))) {
            all.append(Files.readString(folder.resolve(name + ".css"))).append('\n');
        }
        Path together = Files.createTempFile("lamina", ".css");
        try {
            Files.writeString(together, all);
            Stylesheet.convertToBinary(
                    together.toFile(), folder.resolve("studio.bss").toFile());
        } finally {
            Files.delete(together);
        }
    }
}
