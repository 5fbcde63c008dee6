package dev.lamina.model.check.schema;

import dev.lamina.model.check.Check;
import dev.lamina.model.check.ReaderCheck;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;

/// SCH01.
final class UnknownKey {
    private static final Rule RULE = Rule.of("SCH01", Severity.ERROR, "Unknown or misspelt key")
            .what("A key that neither LinuxKit nor Lamina knows at this place.")
            .why("""
                    A misspelt key says nothing: the default is used in its place, and the mistake shows at boot or never. LinuxKit's
                    own pages write rmlimits and interface where its code wants rlimits and interfaces.""")
            .fix("Write the key as the schema has it. When only one is near, the fix writes that.")
            .withQuickFix()
            .references(
                    "https://github.com/linuxkit/linuxkit/issues/1292",
                    "https://github.com/linuxkit/linuxkit/pull/4169")
            .example("""
                    services:
                      - name: web
                        image: nginx:1.27
                        rmlimits: ["nofile,1024,1024"]
                    """, """
                    services:
                      - name: web
                        image: nginx:1.27
                        rlimits: ["nofile,1024,1024"]
                    """);

    private UnknownKey() {}

    static Check check() {
        return new ReaderCheck(RULE);
    }
}
