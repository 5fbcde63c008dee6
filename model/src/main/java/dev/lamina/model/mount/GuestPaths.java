package dev.lamina.model.mount;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Paths of a system as texts. A clean one is absolute and has no `.`, `..` and double slash.
public final class GuestPaths {
    /// Linux takes no longer one.
    private static final int LONGEST = 4096;

    /// So that hostile documents do not cost more than others.
    private static final int DEEPEST = 64;

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

    /// Whether a clean path is longer or has more names than any that is of use; of such nothing is said.
    public static boolean excessive(String path) {
        return path.length() > LONGEST
                || path.chars().filter(c -> c == '/').limit(DEEPEST + 1).count() > DEEPEST;
    }

    /// A clean path and the directories that it is in, the path itself first and the root last; of an excessive path
    /// only these two.
    public static List<String> upwards(String path) {
        if (excessive(path)) {
            return List.of(path, "/");
        }
        List<String> all = new ArrayList<>();
        for (String at = path; !at.equals("/"); at = parent(at)) {
            all.add(at);
        }
        all.add("/");
        return all;
    }

    /// The same from the root on.
    static List<String> downwards(String path) {
        List<String> all = new ArrayList<>();
        all.add("/");
        for (int end = path.indexOf('/', 1); end > 0 && all.size() < DEEPEST; end = path.indexOf('/', end + 1)) {
            all.add(path.substring(0, end));
        }
        if (!path.equals("/")) {
            all.add(path);
        }
        return all;
    }
}
