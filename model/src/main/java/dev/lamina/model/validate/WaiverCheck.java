package dev.lamina.model.validate;

import dev.lamina.model.check.Check;
import dev.lamina.model.check.ReaderCheck;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;

/// WVR01: what [Waivers] finds wrong with waivers themselves.
final class WaiverCheck {
    static final Check CHECK = new ReaderCheck(Rule.of("WVR01", Severity.WARNING, "Waiver that does not count")
            .what(
                    "A waiver whose last day is over, that is for no component, names an unknown rule, or is not written as one.")
            .why("""
                    A waiver allows a finding for a time and a reason. When the time is over somebody should look at the reason again; until then
                    the finding is shown as before.""")
            .fix("Mend what it allows, or write a new date, in the form " + Waiver.FORM + ".")
            .references("docs/guide.md of Lamina")
            .example("""
                    services:
                      # lamina: allow PRV14 until 2020-01-31 because it watches all processes
                      - name: node-exporter
                        image: prom/node-exporter:v1.8.0
                        pid: host
                    """, """
                    services:
                      # lamina: allow PRV14 until 2099-01-31 because it watches all processes
                      - name: node-exporter
                        image: prom/node-exporter:v1.8.0
                        pid: host
                    """));

    private WaiverCheck() {}
}
