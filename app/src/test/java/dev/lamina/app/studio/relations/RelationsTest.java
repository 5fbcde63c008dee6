package dev.lamina.app.studio.relations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.model.edit.Document;
import dev.lamina.model.yaml.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RelationsTest {
    private static final String INIT = """
            kernel:
              image: lamina/kernel
            init: [lamina/init, lamina/runtime]
            """;

    @TempDir
    Path home;

    private List<Relation> relations(String yaml) {
        Document document = Document.of(new SourceText("test.yml", yaml));
        return Relations.of(Sessions.operations(home).liveReview().review(document));
    }

    private List<Relation> example(String name) throws IOException {
        return relations(Files.readString(Path.of("../examples", name)));
    }

    private static Place onboot(int index) {
        return new Place(Lane.ONBOOT, index);
    }

    private static Place service(int index) {
        return new Place(Lane.SERVICES, index);
    }

    private static Place file(int index) {
        return new Place(Lane.FILES, index);
    }

    @Test
    void whatFilesProvideIsSeenByTheServiceThatBindsTheirDirectory() throws IOException {
        assertThat(Relations.of(example("nginx.yml"), service(1)))
                .containsExactly(
                        Relation.toPath(
                                RelationKind.MOUNT,
                                service(1),
                                "/srv/site/conf.d",
                                "nginx mounts /srv/site/conf.d at /etc/nginx/conf.d, read-only, which files provides"),
                        Relation.between(
                                RelationKind.MOUNT,
                                service(1),
                                onboot(0),
                                "nginx mounts /etc/resolv.conf read-only, which dhcp provides"),
                        Relation.toPath(
                                RelationKind.MOUNT,
                                service(1),
                                "/srv/site/pages",
                                "nginx mounts /srv/site/pages at /usr/share/nginx/html, read-only, which files provides"),
                        Relation.between(
                                RelationKind.FILES,
                                file(0),
                                service(1),
                                "nginx sees /srv/site/conf.d/site.conf at /etc/nginx/conf.d/site.conf"),
                        Relation.between(
                                RelationKind.FILES,
                                file(1),
                                service(1),
                                "nginx sees /srv/site/pages/index.html at /usr/share/nginx/html/index.html"));
    }

    @Test
    void servicesJoinTheNetworksThatOnbootContainersKeep() throws IOException {
        assertThat(example("two-networks.yml"))
                .filteredOn(relation -> relation.kind() == RelationKind.NETWORK)
                .containsExactly(
                        Relation.between(
                                RelationKind.NETWORK,
                                service(1),
                                onboot(0),
                                "front joins the network of front-network (/run/netns/front)"),
                        Relation.between(
                                RelationKind.NETWORK,
                                service(2),
                                onboot(1),
                                "back joins the network of back-network (/run/netns/back)"));
    }

    @Test
    void aDiskIsProvidedByWhoMountsIt() throws IOException {
        assertThat(Relations.of(example("persistent-disk.yml"), onboot(2)))
                .extracting(Relation::label)
                .containsExactly(
                        "mount mounts /dev read-only",
                        "mount mounts /var writable",
                        "count mounts /var/data writable, which mount provides",
                        "httpd mounts /var/data/www at /var/www, read-only, which mount provides",
                        "what mount mounts below /dev appears in the system",
                        "what mount mounts below /var appears in the system");
        assertThat(example("redis.yml"))
                .extracting(Relation::label)
                .contains("redis mounts /var/lib/redis writable, which mount provides");
    }

    @Test
    void volumesAndSocketsAreToldFromPaths() {
        List<Relation> relations = relations(INIT + """
                services:
                  - name: db
                    image: postgres:17
                    binds: [data:/var/lib/postgresql, "/run/db:/run/db"]
                  - name: agent
                    image: agent:1
                    binds: ["/run/containerd/containerd.sock:/run/c.sock:ro"]
                    mounts:
                      - {type: bind, source: data, destination: /data, options: [ro, rbind]}
                volumes:
                  - name: data
                """);
        Place data = new Place(Lane.VOLUMES, 0);
        assertThat(relations)
                .containsExactly(
                        Relation.toPath(RelationKind.MOUNT, service(0), "/run/db", "db mounts /run/db writable"),
                        Relation.between(
                                RelationKind.VOLUME,
                                service(0),
                                data,
                                "db mounts the volume data at /var/lib/postgresql, writable"),
                        Relation.between(
                                RelationKind.VOLUME,
                                service(1),
                                data,
                                "agent mounts the volume data at /data, read-only"),
                        Relation.toPath(
                                RelationKind.SOCKET,
                                service(1),
                                "/run/containerd/containerd.sock",
                                "agent talks to the socket /run/containerd/containerd.sock, which it sees at /run/c.sock"));
    }

    @Test
    void namespacesAreSharedByPathAndWithTheSystem() {
        List<Relation> relations = relations(INIT + """
                services:
                  - name: web
                    image: web:1
                    net: /run/netns/a
                    ipc: /run/ipc/x
                    runtime: {interfaces: [{name: eth1, add: veth, peer: cable1}]}
                  - name: proxy
                    image: proxy:1
                    net: /run/netns/a
                    pid: host
                    runtime: {interfaces: [{name: cable1}]}
                """);
        assertThat(relations)
                .containsExactly(
                        Relation.toPath(
                                RelationKind.NETWORK,
                                service(0),
                                "/run/netns/a",
                                "web joins the network at /run/netns/a"),
                        Relation.between(
                                RelationKind.NETWORK,
                                service(1),
                                service(0),
                                "proxy has one network with web (/run/netns/a)"),
                        Relation.toSystem(RelationKind.NAMESPACE, service(1), "proxy sees all processes of the system"),
                        Relation.toPath(
                                RelationKind.NAMESPACE,
                                service(0),
                                "/run/ipc/x",
                                "web joins the shared memory at /run/ipc/x"),
                        Relation.between(
                                RelationKind.NETWORK,
                                service(0),
                                service(1),
                                "web and proxy are joined by a cable with the ends eth1 and cable1"));
    }

    @Test
    void servicesWaitForOneAnotherAndForTheSystem() {
        List<Relation> relations = relations(INIT + """
                services:
                  - name: web
                    image: web:1
                    annotations:
                      dev.lamina.after: db, network port:6379 tcp:host.example:80 file:/run/x within:30
                  - name: db
                    image: db:1
                """);
        assertThat(relations)
                .extracting(Relation::label)
                .containsExactly(
                        "web starts after db",
                        "web starts when the system has a network",
                        "web starts when a program listens on port 6379",
                        "web starts when host.example:80 answers",
                        "web starts when /run/x is there");
        assertThat(relations.getFirst().component()).isEqualTo(Optional.of(service(1)));
    }

    @Test
    void whatIsMountedOverCannotBeSeen() {
        List<Relation> relations = relations(INIT + """
                services:
                  - name: web
                    image: web:1
                    binds: ["/etc/site/a:/srv/site/a:ro"]
                    tmpfs: ["/srv/site/"]
                files:
                  - path: run/site/index.html
                    contents: hidden
                """);
        assertThat(relations)
                .filteredOn(relation -> relation.kind() == RelationKind.SHADOW)
                .extracting(Relation::label)
                .contains("/run/site/index.html cannot be seen: a tmpfs is mounted over it at /run");
    }
}
