package dev.lamina.model.mount;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Paths of a system as texts. A clean one is absolute and has no `.`, `..` and double slash.
public final class GuestPaths {
    private GuestPaths() {}

    /// The same path, clean; `..` goes no higher than the root.
    public static String clean(String path) {
        return isClean(path) ? path : cleaned(path);
    }

    /// Most are, and rules ask for many on each key stroke.
    private static boolean isClean(String path) {
        int length = path.length();
        if (length == 0 || path.charAt(0) != '/' || length > 1 && path.charAt(length - 1) == '/') {
            return false;
        }
        for (int i = 1; i < length; i++) {
            // A name that begins with a dot is looked at in full.
            if (path.charAt(i - 1) == '/' && (path.charAt(i) == '/' || path.charAt(i) == '.')) {
                return false;
            }
        }
        return true;
    }

    private static String cleaned(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/")) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return "/" + String.join("/", names);
    }

    /// Of a clean path; that of the root is the root.
    public static String parent(String path) {
        return path.substring(0, Math.max(1, path.lastIndexOf('/')));
    }

    /// The last name of a clean path, empty for the root.
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// Whether a clean path is the directory, or below it.
    public static boolean within(String path, String directory) {
        return directory.equals("/")
                || path.startsWith(directory)
                        && (path.length() == directory.length() || path.charAt(directory.length()) == '/');
    }

    /// Whether a clean path is below the directory.
    public static boolean below(String path, String directory) {
        return !path.equals(directory) && within(path, directory);
    }

    /// A path below one directory as it is below another one.
    public static String moved(String path, String from, String to) {
        String rest = from.equals("/") ? path : path.substring(from.length());
        return clean(to + "/" + rest);
    }

    /// A clean path and all directories that it is in, the path itself first and the root last.
    public static List<String> upwards(String path) {
        List<String> all = new ArrayList<>();
        for (String at = path; !at.equals("/"); at = parent(at)) {
            all.add(at);
        }
        all.add("/");
        return all;
    }
}
