package dev.lamina.model.check.schema;

import dev.lamina.model.check.ImageFiles;
import dev.lamina.model.check.StartedProgram;
import dev.lamina.model.problem.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Programs of an image that could have been meant.
final class ProgramNames {
    private static final List<String> USUAL =
            List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

    /// What is still read.
    private static final int SHOWN = 8;

    private ProgramNames() {}

    static String hint(StartedProgram program, ImageFiles files) {
        String word = program.word();
        String name = word.substring(word.lastIndexOf('/') + 1);
        for (String folder : USUAL) {
            String path = folder + "/" + name;
            if (files.find(path).filter(ImageFiles.Entry::executable).isPresent()) {
                return "the image has " + path;
            }
        }
        return Nearest.of(name, near(name, files))
                .map(near -> "did you mean \"" + (word.contains("/") ? where(near, files) : near) + "\"?")
                .orElseGet(() -> few(files));
    }

    /// Names that are about as long, so that there are few to compare.
    private static TreeSet<String> near(String name, ImageFiles files) {
        TreeSet<String> names = new TreeSet<>();
        for (String path : files.entries().keySet()) {
            int slash = path.lastIndexOf('/');
            boolean program = slash > 0 && USUAL.contains("/" + path.substring(0, slash));
            int longer = path.length() - slash - 1 - name.length();
            if (program && Math.abs(longer) <= 2 && isExecutable(path, files)) {
                names.add(path.substring(slash + 1));
            }
        }
        return names;
    }

    private static boolean isExecutable(String path, ImageFiles files) {
        return files.find(path).filter(ImageFiles.Entry::executable).isPresent();
    }

    private static String where(String name, ImageFiles files) {
        return USUAL.stream()
                .map(folder -> folder + "/" + name)
                .filter(path -> isExecutable(path, files))
                .findFirst()
                .orElse(name);
    }

    private static String few(ImageFiles files) {
        List<String> programs = files.entries().entrySet().stream()
                .filter(entry -> entry.getValue().executable())
                .map(entry -> "/" + entry.getKey())
                .sorted()
                .limit(SHOWN + 1)
                .toList();
        Optional<String> shown = programs.isEmpty() || programs.size() > SHOWN
                ? Optional.empty()
                : Optional.of("the image has " + String.join(", ", programs));
        return shown.orElse(
                programs.isEmpty() ? "the image has no program at all" : "name a program that is in the image");
    }
}
