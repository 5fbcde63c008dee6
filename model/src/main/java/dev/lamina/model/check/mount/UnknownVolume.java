package dev.lamina.model.check.mount;

import dev.lamina.model.check.Check;
import dev.lamina.model.check.ReaderCheck;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;

/// MNT14.
final class UnknownVolume {
    private static final Rule RULE = Rule.of("MNT14", Severity.ERROR, "Volume that is not there, or not writable")
            .what("""
                    A bind or mount without a leading slash names a volume that is not declared; or a read-only volume is mounted without
                    ro.""")
            .why("""
                    The source of a bind is a path of the system when it begins with a slash, and the name of a volume otherwise. LinuxKit
                    fails at the end of the build, and mounts read-only volumes writable.""")
            .fix("Declare the volume in volumes:, begin the path with a slash, or append :ro.")
            .references("https://github.com/linuxkit/linuxkit/blob/master/docs/yaml.md")
            .example("""
                    services:
                      - name: web
                        image: nginx:1.27
                        binds: ["pages:/usr/share/nginx/html"]
                    """, """
                    services:
                      - name: web
                        image: nginx:1.27
                        binds: ["pages:/usr/share/nginx/html"]
                    volumes:
                      - name: pages
                    """);

    private UnknownVolume() {}

    static Check check() {
        return new ReaderCheck(RULE);
    }
}
