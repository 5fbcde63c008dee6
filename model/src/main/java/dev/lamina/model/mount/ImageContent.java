package dev.lamina.model.mount;

import dev.lamina.model.check.ImageFiles;
import dev.lamina.model.problem.Texts;

/// The number of files of an image below a directory.
public record ImageContent(int count, String first) {
    public static ImageContent below(ImageFiles files, String directory) {
        String real = files.resolve(directory).orElse("");
        if (real.isEmpty()) {
            return new ImageContent(0, "");
        }
        int count = 0;
        String first = "";
        for (var entry : files.entries().entrySet()) {
            boolean inside = entry.getKey().startsWith(real)
                    && entry.getKey().length() > real.length()
                    && entry.getKey().charAt(real.length()) == '/'
                    && entry.getValue().kind() != ImageFiles.Kind.DIRECTORY;
            if (inside) {
                count++;
                first = first.isEmpty() || entry.getKey().compareTo(first) < 0 ? entry.getKey() : first;
            }
        }
        return new ImageContent(count, first);
    }

    public String words() {
        String shown = "/" + Texts.shorten(first);
        return count == 1 ? shown : count + " files, such as " + shown + ",";
    }
}
