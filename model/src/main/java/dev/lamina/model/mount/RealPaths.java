package dev.lamina.model.mount;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Paths of a running system without symbolic links, as far as these are known. Not for several threads.
final class RealPaths {
    /// As many as Linux follows.
    private static final int MOST_LINKS = 40;

    private final RootSetup setup;
    private final RootFiles files;
    /// What was asked for already.
    private final Map<String, String> known = new HashMap<>();

    RealPaths(RootSetup setup, RootFiles files) {
        this.setup = setup;
        this.files = files;
    }

    String of(String path) {
        @Nullable String real = known.get(path);
        if (real == null) {
            real = follow(path, MOST_LINKS);
            known.put(path, real);
        }
        return real;
    }

    private String follow(String path, int links) {
        String clean = GuestPaths.clean(path);
        if (GuestPaths.excessive(clean)) {
            return clean;
        }
        boolean mounted = false;
        for (int end = clean.indexOf('/', 1); ; end = clean.indexOf('/', end + 1)) {
            String at = end < 0 ? clean : clean.substring(0, end);
            mounted |= setup.byTarget().containsKey(at);
            @Nullable String target = mounted ? setup.links().get(at) : files.link(at);
            if (target != null && links > 0) {
                String base = target.startsWith("/") ? target : GuestPaths.parent(at) + "/" + target;
                return follow(base + clean.substring(at.length()), links - 1);
            }
            if (end < 0) {
                return clean;
            }
        }
    }
}
