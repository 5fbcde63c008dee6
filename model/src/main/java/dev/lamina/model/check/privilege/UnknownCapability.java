package dev.lamina.model.check.privilege;

import dev.lamina.model.check.Check;
import dev.lamina.model.check.ReaderCheck;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;

/// PRV10.
final class UnknownCapability {
    private static final Rule RULE = Rule.of("PRV10", Severity.ERROR, "Unknown capability")
            .what("""
                    A capability that Linux does not have, that is written without CAP_ or in lower case, or the word all or none beside
                    others.""")
            .why("LinuxKit refuses the build with \"unknown capability\", and names the image in place of the service.")
            .fix("Write it as capabilities(7) does, e.g. CAP_NET_ADMIN. The fix writes the nearest one.")
            .withQuickFix()
            .references("https://man7.org/linux/man-pages/man7/capabilities.7.html")
            .example("""
                    services:
                      - name: web
                        image: nginx:1.27
                        capabilities: [NET_BIND_SERVICE]
                    """, """
                    services:
                      - name: web
                        image: nginx:1.27
                        capabilities: [CAP_NET_BIND_SERVICE]
                    """);

    private UnknownCapability() {}

    static Check check() {
        return new ReaderCheck(RULE);
    }
}
