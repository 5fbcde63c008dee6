package dev.lamina.model.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.check.RunFacts;
import dev.lamina.model.check.RunFacts.Publish;
import dev.lamina.model.exposure.SystemScore.ComponentScore;
import dev.lamina.model.value.Capability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ExposureTest {
    private static final String TIGHT = "uid: 101, capabilities: [], readonly: true, noNewPrivileges: true, net: new,"
            + " ipc: new, uts: new, annotations: {dev.lamina.seccomp: default}";

    @Test
    void whatHasNothingScoresNothing() {
        assertThat(Scoring.service(TIGHT).score().parts()).isEmpty();
        assertThat(Scoring.service(TIGHT).score().value()).isZero();
    }

    @Test
    void whatHasEverythingOwnsTheMachine() {
        ComponentScore all = Scoring.service("capabilities: [all], pid: host, binds: ['/:/host']");

        assertThat(all.score().value()).isEqualTo(10);
        assertThat(all.score().level()).isEqualTo(Level.OWNS_MACHINE);
    }

    @Test
    void anOrdinaryWebServerIsModerate() {
        ComponentScore web = Scoring.service(
                "readonly: true, capabilities: [CAP_CHOWN, CAP_NET_BIND_SERVICE, CAP_SETGID, CAP_SETUID]");

        assertThat(ExposureText.why(web)).isEqualTo("""
                service web: 1.8 of 10 (moderate), as far as is known without its image
                   0.40  runs as root (by default): root owns most files that it can see, and its programs get what capabilities the container has
                   0.30  may make every system call (by default): errors of the kernel lie in rare calls too, and there is no seccomp profile
                   0.25  holds CAP_SETUID: becomes any user within the container
                   0.20  can gain privileges (by default): set-user-id files and file capabilities count, as noNewPrivileges is not true
                   0.20  holds CAP_SETGID: takes on any group within the container
                   0.20  shares the network of the system (by default): it reaches what the system listens to on 127.0.0.1, and can take free ports
                   0.10  holds CAP_CHOWN: gives files to itself, as far as it sees them
                   0.05  holds CAP_NET_BIND_SERVICE: takes the place of a service on a low port
                   0.05  shares memory segments and queues with the system (by default): they are found by number
                   0.05  shares the host name with the system (by default): a name to read; CAP_SYS_ADMIN changes it
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            binds: ['/srv:/srv']                                  | binds: ['/etc:/etc']
            binds: ['/etc:/etc:ro']                               | binds: ['/etc:/etc']
            binds: ['/etc/resolv.conf:/etc/resolv.conf']          | binds: ['/etc/passwd:/etc/passwd']
            binds: ['/var/data:/data']                            | binds: ['/var:/data']
            binds: ['/var:/var']                                  | binds: ['/:/host']
            binds: ['/dev/console:/dev/console']                  | binds: ['/dev:/dev']
            capabilities: [CAP_NET_BIND_SERVICE]                  | capabilities: [CAP_NET_ADMIN]
            capabilities: [CAP_NET_ADMIN]                         | capabilities: [CAP_SYS_ADMIN]
            pid: new                                              | pid: host
            net: new                                              | net: host
            uid: 5                                                | uid: 0
            devices: [{path: /dev/tty1, type: c, major: 4, minor: 1, mode: '0600'}] | devices: [{path: /dev/vda, type: b, major: 254, minor: 0, mode: '0600'}]
            devices: [{path: /dev/vda, type: b, major: 254, minor: 0, mode: '0600'}] | devices: [{path: all, type: b}]
            devices: [{path: all, type: b}]                       | devices: [{path: all, type: a}]
            resources: {devices: [{allow: true, type: b, major: 254, access: r}]} | resources: {devices: [{allow: true, type: b, access: rwm}]}
            """)
    void moreIsMore(String less, String more) {
        assertThat(Scoring.service(less).score().points())
                .isLessThan(Scoring.service(more).score().points());
    }

    @Test
    void aSocketOfTheRuntimeIsNoLessWhenItIsReadOnly() {
        assertThat(Scoring.service("binds: ['/run/containerd/containerd.sock:/c.sock:ro']")
                        .score()
                        .parts()
                        .getFirst()
                        .weight())
                .isEqualTo(9.0);
    }

    @Test
    void volumesBelongToTheContainers() {
        SystemScore score = Exposure.of(Scoring.system("""
                services: [{name: web, image: web:1, binds: ["pages:/pages"]}]
                volumes: [{name: pages}]
                """));

        assertThat(score.dominating().orElseThrow().score().parts())
                .noneMatch(part -> part.key().startsWith("bind"));
    }

    @Test
    void whatTheLabelAsksForCountsToo() {
        Score score = Exposure.of(Scoring.view(
                "uid: 5",
                "{\"capabilities\": [\"CAP_SYS_MODULE\"], \"annotations\": {\"dev.lamina.seccomp\": \"default\"}}",
                List.of(),
                RunFacts.UNKNOWN));

        assertThat(score.complete()).isTrue();
        assertThat(score.parts())
                .extracting(Part::key)
                .contains("capability SYS_MODULE")
                .doesNotContain("calls all");
        assertThat(score.parts().getFirst().origin().subject()).isEqualTo("the label of image docker.io/library/web:1");
    }

    @Test
    void aPortCountsWhenTheImageDeclaresItAndMoreWhenOthersReachIt() {
        assertThat(portWeights("net: host", new Publish("127.0.0.1", 8080, 80, false, false)))
                .containsExactly(0.05);
        assertThat(portWeights("net: host", new Publish("0.0.0.0", 8080, 80, false, false)))
                .containsExactly(0.3);
        assertThat(portWeights("net: host", new Publish("", 8080, 80, true, false)))
                .isEmpty();
        assertThat(portWeights("net: new", new Publish("", 8080, 80, false, false)))
                .isEmpty();
    }

    private static List<Double> portWeights(String keys, Publish port) {
        RunFacts run = new RunFacts(OptionalLong.empty(), List.of(port), Optional.empty());
        return Exposure.of(Scoring.view(keys, "{}", List.of("80/tcp"), run)).parts().stream()
                .filter(part -> part.key().startsWith("port"))
                .map(Part::weight)
                .toList();
    }

    @Test
    void theSystemIsAsExposedAsItsMostExposedPart() {
        SystemScore score = Exposure.of(Scoring.system("""
                onboot:
                  - {name: format, image: format:1, capabilities: [CAP_SYS_ADMIN]}
                services:
                  - {name: web, image: web:1}
                  - {name: vpn, image: vpn:1, capabilities: [CAP_NET_ADMIN, CAP_SYS_MODULE]}
                """));

        assertThat(ExposureText.headline(score)).isEqualTo("exposure 6.9 of 10 (dangerous), by service vpn");
        assertThat(score.components())
                .extracting(ComponentScore::path)
                .containsExactly("services[1]", "onboot[0]", "services[0]");
        assertThat(score.find("web").orElseThrow().score().text()).isEqualTo("1.3");
    }

    @Test
    void aSystemWithoutContainersIsNotExposed() {
        assertThat(ExposureText.headline(Exposure.of(Scoring.system("init: [init:1]"))))
                .isEqualTo("exposure 0.0 of 10: there are no containers");
    }

    @Test
    void whatRunsOnceCountsHalf() {
        SystemScore score = Exposure.of(Scoring.system("""
                onboot:
                  - {name: once, image: web:1, capabilities: [CAP_SYS_ADMIN]}
                services:
                  - {name: always, image: web:1, capabilities: [CAP_SYS_ADMIN]}
                """));

        assertThat(score.find("once").orElseThrow().score().points() * 2)
                .isEqualTo(score.find("always").orElseThrow().score().points());
    }

    static Stream<Random> seeds() {
        return Stream.of(1, 2, 3, 4, 5).map(seed -> new Random(seed.longValue()));
    }

    /// 200 containers for each seed, each with one right more than before, in random order.
    @ParameterizedTest
    @MethodSource("seeds")
    void aRightMoreNeverLowersTheScore(Random random) {
        for (int round = 0; round < 20; round++) {
            RandomRights rights = new RandomRights();
            int before = rights.score().points();
            for (int i = 0; i < 10; i++) {
                String added = rights.add(random);
                Score score = rights.score();
                assertThat(score.points()).as(added).isBetween(before, 1000);
                assertThat(score.points())
                        .isEqualTo(Math.min(
                                1000,
                                score.parts().stream().mapToInt(Part::points).sum()));
                before = score.points();
            }
        }
    }

    /// A container that gains one right after the other.
    private static final class RandomRights {
        private static final List<String> BINDS = List.of(
                "/",
                "/dev",
                "/etc",
                "/etc/hosts",
                "/var",
                "/var/data",
                "/run",
                "/run/containerd",
                "/srv",
                "/proc",
                "/boot");

        private final List<String> capabilities = new ArrayList<>();
        private final List<String> binds = new ArrayList<>();
        private final List<String> flags =
                new ArrayList<>(List.of(TIGHT.replace(", capabilities: []", "").split(", ")));

        String add(Random random) {
            return switch (random.nextInt(3)) {
                case 0 -> capability(random);
                case 1 -> bind(random);
                default ->
                    flags.size() > 1 ? "without " + flags.remove(random.nextInt(flags.size())) : capability(random);
            };
        }

        private String capability(Random random) {
            List<Capability> all = Arrays.asList(Capability.values());
            String word = all.get(random.nextInt(all.size())).text();
            capabilities.add(word);
            return word;
        }

        private String bind(Random random) {
            String bind = BINDS.get(random.nextInt(BINDS.size())) + ":/b" + binds.size()
                    + (random.nextBoolean() ? ":ro" : "");
            binds.add("'" + bind + "'");
            return bind;
        }

        Score score() {
            return Scoring.service("%s, capabilities: [%s], binds: [%s]"
                            .formatted(
                                    String.join(", ", flags),
                                    String.join(
                                            ", ",
                                            capabilities.stream().distinct().toList()),
                                    String.join(", ", binds)))
                    .score();
        }
    }

    @Test
    void thereIsAWeightForEveryCapability() {
        assertThat(Capability.values())
                .allSatisfy(capability -> assertThat(
                                Weights.of("capability " + capability.name()).points())
                        .isPositive());
        assertThat(Weights.all()).hasSizeGreaterThan(80).allSatisfy(weight -> {
            assertThat(weight.points()).isPositive().isGreaterThanOrEqualTo(weight.readOnlyPoints());
            assertThat(weight.why()).isNotBlank().doesNotEndWith(".");
            assertThat(weight.source()).isNotBlank();
        });
    }
}
