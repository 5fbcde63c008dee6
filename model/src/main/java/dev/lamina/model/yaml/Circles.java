package dev.lamina.model.yaml;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds services that wait for themselves: groups in which each waits for each, by the method of R. Tarjan,
/// "Depth-first search and linear graph algorithms" (1972). Its work grows with the document only, and the stack of the
/// thread does not.
final class Circles {
    private final Map<String, Set<String>> after;
    /// In the document.
    private final Map<String, Integer> places = new HashMap<>();
    /// In the order in which they were found.
    private final Map<String, Integer> found = new HashMap<>();
    /// The earliest found service of those that can be reached.
    private final Map<String, Integer> earliest = new HashMap<>();
    /// Found, but in no group yet.
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> isOpen = new HashSet<>();
    private final Map<String, List<String>> circles = new HashMap<>();

    private record Visit(String service, Iterator<String> next) {}

    private Circles(Map<String, Set<String>> after) {
        this.after = after;
        after.keySet().forEach(service -> places.put(service, places.size()));
    }

    /// Of each group the shortest way from its first service back to it, by that service.
    ///
    /// @param after the services in their order, each with those it names
    static Map<String, List<String>> of(Map<String, Set<String>> after) {
        Circles circles = new Circles(after);
        for (String service : after.keySet()) {
            if (!circles.found.containsKey(service)) {
                circles.visit(service);
            }
        }
        return circles.circles;
    }

    private void visit(String start) {
        Deque<Visit> way = new ArrayDeque<>();
        way.push(enter(start));
        while (!way.isEmpty()) {
            Visit here = way.element();
            if (here.next.hasNext()) {
                String next = here.next.next();
                if (!found.containsKey(next)) {
                    way.push(enter(next));
                } else if (isOpen.contains(next)) {
                    reaches(here.service, found.getOrDefault(next, 0));
                }
            } else {
                leave(way.pop().service, Optional.ofNullable(way.peek()));
            }
        }
    }

    private Visit enter(String service) {
        earliest.put(service, found.size());
        found.put(service, found.size());
        open.push(service);
        isOpen.add(service);
        return new Visit(service, after.getOrDefault(service, Set.of()).iterator());
    }

    private void reaches(String service, int other) {
        earliest.merge(service, other, Math::min);
    }

    private void leave(String service, Optional<Visit> before) {
        int reached = earliest.getOrDefault(service, 0);
        before.ifPresent(visit -> reaches(visit.service, reached));
        if (reached == found.getOrDefault(service, 0)) {
            close(service);
        }
    }

    /// All that is open from a service on is a group.
    private void close(String service) {
        Set<String> group = new HashSet<>();
        String last;
        do {
            last = open.pop();
            isOpen.remove(last);
            group.add(last);
        } while (!last.equals(service));
        String first = Collections.min(group, Comparator.comparingInt(each -> places.getOrDefault(each, 0)));
        circle(first, group).ifPresent(circle -> circles.put(first, circle));
    }

    private Optional<List<String>> circle(String first, Set<String> group) {
        Map<String, String> from = new HashMap<>();
        Deque<String> coming = new ArrayDeque<>(List.of(first));
        while (!coming.isEmpty()) {
            String service = coming.remove();
            for (String next : after.getOrDefault(service, Set.of())) {
                if (next.equals(first)) {
                    return Optional.of(way(first, service, from));
                }
                if (group.contains(next) && from.putIfAbsent(next, service) == null) {
                    coming.add(next);
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> way(String first, String last, Map<String, String> from) {
        Deque<String> way = new ArrayDeque<>(List.of(first));
        for (@Nullable String at = last; at != null && !at.equals(first); at = from.get(at)) {
            way.push(at);
        }
        way.push(first);
        return List.copyOf(way);
    }
}
