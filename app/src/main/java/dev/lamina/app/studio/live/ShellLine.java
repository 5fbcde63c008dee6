package dev.lamina.app.studio.live;

import java.util.List;
import java.util.Optional;

/// A line for a shell that forgets everything between two lines: it begins in the folder where the one before
/// ended, and tells at its end where that was.
///
/// @param folder where it begins; empty for where the guest begins
/// @param command as the user typed it
record ShellLine(String folder, String command) {
    /// No program prints it by chance.
    private static final char MARK = '\u001e';

    /// What came of it.
    ///
    /// @param output without what tells the folder
    /// @param folder where it ended, when it said so
    record Result(String output, Optional<String> folder) {}

    /// For the guest to run. The line is one word for `eval`, so that what is wrong with it ends with it.
    List<String> words() {
        String begin = folder.isEmpty() ? "" : "cd " + quoted(folder) + " 2>/dev/null; ";
        return List.of(
                "sh", "-c", begin + "eval " + quoted(command.strip()) + "; r=$?; printf '\\036%s' \"$PWD\"; exit $r");
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    static Result result(String printed) {
        int mark = printed.lastIndexOf(MARK);
        if (mark < 0) {
            return new Result(printed, Optional.empty());
        }
        String said = printed.substring(mark + 1).strip();
        return new Result(printed.substring(0, mark), Optional.of(said).filter(path -> path.startsWith("/")));
    }
}
