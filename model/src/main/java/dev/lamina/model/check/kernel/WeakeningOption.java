package dev.lamina.model.check.kernel;

import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemView;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// KRN02.
final class WeakeningOption implements SystemCheck {
    private static final Rule RULE = Rule.of("KRN02", Severity.HIGH, "Kernel option that takes a protection away")
            .what("""
                    The kernel's command line switches a protection off: mitigations=off, nokaslr, norandmaps, nopti, pti=off, kpti=off,
                    spectre_v2=off, nospectre_v1, nospectre_v2, spec_store_bypass_disable=off or nospec_store_bypass_disable, or
                    sysrq_always_enabled. module.sig_enforce=0 is a warning, as it does nothing: the parameter can only be switched on.""")
            .why("""
                    Without them a program reads memory of the kernel and of other programs through leaks of the processor, or knows where
                    code and data lie. With sysrq_always_enabled whoever types on the console kills tasks and restarts the machine. The
                    kernel's own documentation says of mitigations=off that it may expose users to several vulnerabilities of processors.""")
            .fix("Remove the option. Where speed matters more than what the machine holds, write a waiver.")
            .withQuickFix()
            .references(
                    "https://www.kernel.org/doc/html/latest/admin-guide/kernel-parameters.html",
                    "https://www.kernel.org/doc/html/latest/admin-guide/hw-vuln/index.html",
                    "https://www.kernel.org/doc/html/latest/admin-guide/sysrq.html",
                    "https://kspp.github.io/Recommended_Settings",
                    "https://github.com/a13xp0p0v/kernel-hardening-checker")
            .example("""
                    kernel:
                      image: lamina/kernel
                      cmdline: console=ttyS0 mitigations=off
                    """, """
                    kernel:
                      image: lamina/kernel
                      cmdline: console=ttyS0
                    """);

    /// @param word as the kernel reads it
    /// @param effect what becomes of the system
    private record Weakness(String word, String effect) {}

    private static final List<Weakness> WEAKNESSES = List.of(
            new Weakness("mitigations=off", "leaves all leaks of the processor open that the kernel could close"),
            new Weakness("nokaslr", "lets everybody know where the kernel lies in memory"),
            new Weakness("norandmaps", "lets everybody know where programs lie in memory"),
            new Weakness("nopti", "lets programs read the kernel's memory on processors with the Meltdown leak"),
            new Weakness("pti=off", "lets programs read the kernel's memory on processors with the Meltdown leak"),
            new Weakness("kpti=off", "lets programs read the kernel's memory on processors with the Meltdown leak"),
            new Weakness("kpti=0", "lets programs read the kernel's memory on processors with the Meltdown leak"),
            new Weakness("nospectre_v1", "leaves the leak Spectre 1 of the processor open"),
            new Weakness("nospectre_v2", "leaves the leak Spectre 2 of the processor open"),
            new Weakness("spectre_v2=off", "leaves the leak Spectre 2 of the processor open"),
            new Weakness("nospec_store_bypass_disable", "leaves the leak Spectre 4 of the processor open"),
            new Weakness("spec_store_bypass_disable=off", "leaves the leak Spectre 4 of the processor open"));

    private static final String SYSRQ = "sysrq_always_enabled";
    private static final String UNSIGNED = "module.sig_enforce=0";

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        Cmdline cmdline = Cmdline.parse(system.composition().kernel().effectiveCmdline());
        MendedCmdline mended = system.derived(MendedCmdline.class, MendedCmdline::of);
        cmdline.options().stream()
                .distinct()
                .flatMap(word -> report(word).stream())
                .map(report -> report.hint("remove it").fix(mended.label(), mended.edit()))
                .forEach(found);
    }

    /// What is to be said of an option, if anything.
    static Optional<Report> report(String word) {
        if (Cmdline.name(word).equals(SYSRQ)) {
            return Optional.of(Report.at(
                    Cmdline.PATH, word + " lets whoever types on the console kill tasks and restart the machine"));
        }
        if (Cmdline.same(word, UNSIGNED)) {
            return Optional.of(
                    Report.at(Cmdline.PATH, word + " does nothing: signatures of modules can only be switched on")
                            .severity(Severity.WARNING));
        }
        return WEAKNESSES.stream()
                .filter(weakness -> Cmdline.same(word, weakness.word()))
                .findFirst()
                .map(weakness -> Report.at(Cmdline.PATH, word + " " + weakness.effect()));
    }
}
