package dev.lamina.assembler.packages.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Which of a package's dependencies are followed. A component takes single programs out of packages, so only packages
/// with shared libraries count, and from the package that always depends on the newest kernel, that kernel. What an
/// installed system would need besides (users, scripts, configuration) does not.
final class Dependencies {
    private static final String KERNEL = "linux-image-";

    /// Libraries that are for other programs of a package than those the catalogue takes. When one of these
    /// is taken too, the making of its image fails, naming the library.
    private static final Map<String, Set<String>> NOT_FOLLOWED = Map.of(
            // chronyc
            "chrony",
            Set.of("libedit2"),
            // The C library loads it by itself to unwind stacks: when a thread is cancelled, or for a
            // backtrace. Programs that need it besides (those in C++) name it.
            "libc6",
            Set.of("libgcc-s1"),
            // GIO and GObject
            "libglib2.0-0t64",
            Set.of("libffi8", "libmount1", "libselinux1", "zlib1g"),
            // All but setpriv and blkid
            "util-linux",
            Set.of(
                    "libcrypt1",
                    "liblastlog2-2",
                    "libmount1",
                    "libpam-modules",
                    "libpam-runtime",
                    "libpam0g",
                    "libselinux1",
                    "libsmartcols1",
                    "libsystemd0",
                    "libtinfo6",
                    "libudev1",
                    "libuuid1"));

    private final List<List<String>> alternatives = new ArrayList<>();

    /// @param fields `Pre-Depends` and `Depends`
    Dependencies(String packageName, List<String> fields) {
        for (String field : fields) {
            for (String dependency : field.split(",")) {
                List<String> names = names(dependency);
                if (!names.isEmpty() && isFollowed(packageName, names.getFirst())) {
                    alternatives.add(names);
                }
            }
        }
    }

    /// `a (>= 1) | b:any` without versions and architectures. By hand, since there are half a million of them.
    static List<String> names(String dependency) {
        List<String> names = new ArrayList<>();
        for (int start = 0; start < dependency.length(); ) {
            int bar = dependency.indexOf('|', start);
            int end = bar < 0 ? dependency.length() : bar;
            String name = name(dependency.substring(start, end).strip());
            if (!name.isEmpty()) {
                names.add(name);
            }
            start = end + 1;
        }
        return names;
    }

    private static String name(String alternative) {
        int end = 0;
        while (end < alternative.length() && " \t(:[".indexOf(alternative.charAt(end)) < 0) {
            end++;
        }
        return alternative.substring(0, end);
    }

    private static boolean isFollowed(String packageName, String dependency) {
        if (packageName.startsWith(KERNEL)) {
            return dependency.startsWith(KERNEL);
        }
        boolean library = dependency.startsWith("lib") || dependency.equals("zlib1g");
        return library && !NOT_FOLLOWED.getOrDefault(packageName, Set.of()).contains(dependency);
    }

    /// The first alternative that is there, or is provided by another package; the first of all when none is.
    List<String> chosen(Predicate<String> exists, Map<String, String> providers) {
        Set<String> chosen = new TreeSet<>();
        for (List<String> names : alternatives) {
            chosen.add(names.stream()
                    .filter(name -> exists.test(name) || providers.containsKey(name))
                    .map(name -> exists.test(name) ? name : providers.getOrDefault(name, name))
                    .findFirst()
                    .orElse(names.getFirst()));
        }
        return List.copyOf(chosen);
    }
}
