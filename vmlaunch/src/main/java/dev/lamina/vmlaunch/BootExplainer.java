package dev.lamina.vmlaunch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads what a boot shows, line by line and event by event, and says what failed. Kernel and init come first, causes
/// before what follows from them; then containers in the order in which they failed, each failure once. What a guest
/// says is not trusted: lines are looked at up to a length, and no more than 100 failures of containers are kept.
public final class BootExplainer {
    private static final int MOST = 100;
    private static final List<Signature> TABLE = SignatureTable.ALL;

    private final Map<Integer, BootFailure> ofSystem = new TreeMap<>();
    private final Map<String, BootFailure> told = new LinkedHashMap<>();
    private final Map<String, BootFailure> printed = new LinkedHashMap<>();
    private boolean anyLine;
    private boolean anyEvent;

    /// What went wrong in a boot of which this is known.
    ///
    /// @param console lines as the console showed them
    public static List<BootFailure> explain(List<String> console, List<GuestEvent> events) {
        BootExplainer explainer = new BootExplainer();
        console.forEach(explainer::line);
        events.forEach(explainer::event);
        return explainer.failures();
    }

    /// The same for a console as the guest wrote it, for example [Console#recent()].
    public static List<BootFailure> explain(byte[] console, List<GuestEvent> events) {
        List<String> lines = new ArrayList<>();
        ConsoleLines whole = new ConsoleLines(lines::add);
        new ConsoleText(whole::accept).accept(console, 0, console.length);
        whole.flush();
        return explain(lines, events);
    }

    /// A line of the console.
    ///
    /// @return what it shows, if it shows a failure
    public synchronized Optional<BootFailure> line(String text) {
        String line = ConsoleText.line(text);
        anyLine |= !line.isEmpty();
        Optional<ContainerLine> ofContainer = ContainerLine.parse(line);
        if (ofContainer.isPresent()) {
            return Optional.of(said(ofContainer.get().name(), ofContainer.get().words(), printed));
        }
        return ofConsole(line);
    }

    private Optional<BootFailure> ofConsole(String line) {
        Optional<String> container = ContainerLine.bundle(line);
        for (int i = 0; i < TABLE.size(); i++) {
            Optional<Map<String, String>> gaps = TABLE.get(i).matchConsole(line);
            if (gaps.isPresent()) {
                BootFailure failure = TABLE.get(i).failure(container, line, gaps.get());
                if (container.isPresent()) {
                    keep(printed, container.get() + "\n" + line, failure);
                } else {
                    ofSystem.putIfAbsent(i, failure);
                }
                return Optional.of(failure);
            }
        }
        return Optional.empty();
    }

    /// An event of the guest's channel.
    public synchronized void event(GuestEvent event) {
        anyEvent = true;
        EventWords.of(event).ifPresent(words -> said(words.component(), words.text(), told));
    }

    /// @param where by whom it was heard; an event says more than the line about the same on the console
    private BootFailure said(String component, String words, Map<String, BootFailure> where) {
        BootFailure failure = TABLE.stream()
                .flatMap(signature ->
                        signature
                                .matchSaid(words)
                                .map(gaps -> signature.failure(Optional.of(component), words, gaps))
                                .stream())
                .findFirst()
                .orElseThrow();
        keep(where, key(component, words), failure);
        return failure;
    }

    private static String key(String component, String words) {
        return component + "\n" + words;
    }

    private static void keep(Map<String, BootFailure> where, String key, BootFailure failure) {
        if (where.size() < MOST) {
            where.putIfAbsent(key, failure);
        }
    }

    /// All so far, the first cause first. A console that shows nothing counts as a failure, the last one: a system that
    /// was told to be quiet may have nothing to say.
    public synchronized List<BootFailure> failures() {
        List<BootFailure> all = new ArrayList<>(ofSystem.values());
        all.addAll(told.values());
        printed.forEach((key, failure) -> {
            if (!isTold(key)) {
                all.add(failure);
            }
        });
        if (!anyLine) {
            all.add(silence(anyEvent ? "silent-alive" : "silent"));
        }
        return List.copyOf(all);
    }

    /// The console names a container without its section.
    private boolean isTold(String key) {
        return told.keySet().stream().anyMatch(other -> other.endsWith(" " + key));
    }

    private static BootFailure silence(String id) {
        return TABLE.stream()
                .filter(signature -> signature.id().equals(id))
                .findFirst()
                .orElseThrow()
                .failure(Optional.empty(), "", Map.of());
    }
}
