package dev.lamina.app.studio.quickadd;

import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A few entries, found by what their names contain.
final class SomeEntries implements Entries {
    private static final List<Entry> ALL = List.of(
            Entry.of("component-dhcp", "Asks the network for an address", container("dhcp", Lane.ONBOOT)),
            Entry.of("component-sshd", "Log in from elsewhere with a key", container("sshd", Lane.SERVICES)),
            Entry.of("component-nginx", "A web server for real sites", container("nginx", Lane.SERVICES)),
            Entry.of("component-httpd", "A small web server for plain pages", container("httpd", Lane.SERVICES)),
            Entry.of(
                    "lane-volumes",
                    "A directory tree that containers share",
                    Offer.of("data", Lane.VOLUMES, "name: data")),
            Entry.of("component-getty", "A log-in on the console", container("getty", Lane.SERVICES)),
            Entry.of("component-redis", "Keeps values in memory", container("redis", Lane.SERVICES)));

    private static Offer container(String name, Lane usual) {
        String yaml = "name: " + name + "\nimage: lamina/" + name;
        Map<Lane, String> lanes = new LinkedHashMap<>();
        lanes.put(usual, yaml);
        lanes.put(Lane.ONBOOT, yaml);
        lanes.put(Lane.SERVICES, yaml);
        return new Offer(name, lanes);
    }

    @Override
    public List<Entry> find(String query, Optional<Lane> lane) {
        return ALL.stream()
                .filter(entry -> entry.title().contains(query))
                .filter(entry -> lane.flatMap(entry.offer()::in).isPresent() || lane.isEmpty())
                .toList();
    }
}
