package dev.lamina.model.known;

/// Paths inside of containers, as texts.
public final class Paths {
    private Paths() {}

    /// Without a slash at the end, and with the name that `/var/run` leads to, as in most images it is a link to
    /// `/run`.
    public static String plain(String path) {
        String plain = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return plain.equals("/var/run") || plain.startsWith("/var/run/") ? plain.substring("/var".length()) : plain;
    }

    /// Whether a path is a directory or below it.
    public static boolean within(String path, String directory) {
        String inner = plain(path);
        String outer = plain(directory);
        return !outer.isEmpty() && (outer.equals("/") || inner.equals(outer) || inner.startsWith(outer + "/"));
    }
}
