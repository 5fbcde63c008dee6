package dev.lamina.model.check.kernel;

import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.HostBind;
import dev.lamina.model.check.KernelFacts;
import dev.lamina.model.check.Need;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.oci.Origin;
import dev.lamina.model.problem.Nearest;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.value.ImageRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// KRN05.
final class MissingModule implements ContainerCheck {
    private static final Rule RULE = Rule.of("KRN05", Severity.WARNING, "Kernel module that is not there")
            .what("""
                A container that loads modules names one that neither the kernel's image brings as a module, nor the kernel has
                built in.\
                """)
            .why("""
                Modules come from the kernel image alone, in its kernel.tar, below /lib/modules: modprobe looks for them in modules.dep there,
                and fails for others. What needs the module fails later, and in other words.\
                """)
            .fix("Write the name as the kernel has it, or use a kernel image that brings the module.")
            .references("https://github.com/linuxkit/linuxkit/issues/3453", "modprobe(8)", "modules.dep(5)")
            .needs(Need.KERNEL)
            .example("""
                kernel:
                  image: lamina/kernel
                onboot:
                  - name: modprobe
                    image: lamina/modprobe
                    command: [modprobe, -a, vethh]
                """, """
                kernel:
                  image: lamina/kernel
                onboot:
                  - name: modprobe
                    image: lamina/modprobe
                    command: [modprobe, -a, veth]
                """);

    private static final String LINUXKIT = "docker.io/linuxkit/modprobe";

    private static final String MODULES = "/lib/modules";

    /// Names that the kernel itself asks for, which modules have beside their own.
    private static final Pattern ALIAS =
            Pattern.compile("(?:binfmt|block-major|char-major|crypto|fs|net-pf|netdev|rtnl-link)-.*");

    /// Options of modprobe that are followed by a value.
    private static final Set<String> WITH_VALUE = Set.of("-C", "--config", "-d", "--dirname", "-S", "--set-version");

    private static final Set<String> NOT_LOADING =
            Set.of("-r", "--remove", "-c", "--showconfig", "-R", "--resolve-alias", "-D", "--show-depends", "-l", "-n");

    /// More than that are no help.
    private static final int LONGER = 3;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        Optional<KernelFacts> kernel = container.facts().kernel();
        // Every kernel has something built in; one that has no list of it says nothing of the rest.
        if (kernel.isEmpty() || kernel.get().builtIn().isEmpty() || !loads(container)) {
            return;
        }
        for (int index : modules(container.spec().command().value())) {
            check(container, index, kernel.get(), found);
        }
    }

    /// An image for it, or one with the modules of the system in the place of its own.
    private static boolean loads(ContainerView container) {
        ImageRef image = container.ref();
        boolean known = image.builtIn()
                ? image.component().equals("modprobe")
                : image.repository().equals(LINUXKIT);
        return known
                || HostBind.of(container).stream()
                        .anyMatch(bind -> bind.source().equals(MODULES)
                                && bind.destination().equals(MODULES));
    }

    /// The indexes of the words that name modules: all that are no options with `-a`, else the first.
    static List<Integer> modules(List<String> command) {
        List<Integer> words = new ArrayList<>();
        if (command.isEmpty() || !command.getFirst().endsWith("modprobe")) {
            return words;
        }
        boolean all = false;
        for (int i = 1; i < command.size(); i++) {
            String word = command.get(i);
            if (NOT_LOADING.contains(word)) {
                return List.of();
            }
            if (WITH_VALUE.contains(word)) {
                i++;
            } else if (word.startsWith("-")) {
                all |= word.equals("--all") || !word.startsWith("--") && word.contains("a");
            } else {
                words.add(i);
            }
        }
        return all || words.isEmpty() ? words : words.subList(0, 1);
    }

    private static void check(ContainerView container, int index, KernelFacts kernel, Consumer<Report> found) {
        Origin origin = container.spec().command().origin().element(index);
        String word = container.spec().command().value().get(index);
        String name = KernelFacts.moduleName(word);
        boolean known = kernel.modules().contains(name) || kernel.builtIn().contains(name);
        boolean alias = word.contains(":") || ALIAS.matcher(word).matches();
        if (known || alias || word.isEmpty() || word.contains("/")) {
            return;
        }
        found.accept(Report.at(
                        origin,
                        "%s, which %s loads, is no module of the kernel %s"
                                .formatted(Texts.quote(word), container.words(), Texts.shorten(kernel.release())))
                .hint(hint(name, kernel)));
    }

    private static String hint(String name, KernelFacts kernel) {
        TreeSet<String> near = new TreeSet<>();
        for (String module : kernel.modules()) {
            if (Math.abs(module.length() - name.length()) <= LONGER) {
                near.add(module);
            }
        }
        return Nearest.of(name, near)
                .map(module -> "did you mean \"" + module + "\"?")
                .orElse("use a kernel image that brings it, such as lamina/kernel-generic, which has more modules than"
                        + " lamina/kernel");
    }
}
