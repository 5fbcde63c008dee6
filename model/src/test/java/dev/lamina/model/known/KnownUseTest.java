package dev.lamina.model.known;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.Section;
import dev.lamina.model.known.Claim.Kind;
import dev.lamina.model.oci.ContainerResolver;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.model.yaml.SourceText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class KnownUseTest {

    private static List<String> claims(Kind kind, String image, String... lines) {
        return claims(kind, ImageConfig.EMPTY, image, lines);
    }

    private static List<String> claims(Kind kind, ImageConfig config, String image, String... lines) {
        String more = lines.length == 0 ? "" : "    " + String.join("\n    ", lines) + "\n";
        ReadResult read = new CompositionReader()
                .read(List.of(new SourceText("x.yml", "services:\n  - name: a\n    image: " + image + "\n" + more)));
        ContainerResolver resolver = new ContainerResolver(read.composition(), read.sources(), Arch.AMD64);
        return KnownUse.of(
                        read.composition().services().getFirst().image(),
                        resolver.effective(Section.SERVICES, 0, config))
                .map(use -> use.claims(kind).stream().map(Claim::value).toList())
                .orElseThrow();
    }

    @Test
    void theCommandOfTheTableCountsWhenNobodyKnowsAnother() {
        assertThat(claims(Kind.NEEDS, "redis:7")).containsExactly("CAP_CHOWN", "CAP_SETGID", "CAP_SETUID");
        assertThat(claims(Kind.NEEDS, "redis:7", "command: [redis-server]")).isEmpty();
        assertThat(claims(Kind.DATA, "redis:7", "command: [/usr/local/bin/redis-server]"))
                .containsExactly("/data");
        ImageConfig shell = new ImageConfig(List.of("/bin/sh"), List.of(), List.of(), "", "", Map.of());
        assertThat(claims(Kind.NEEDS, shell, "redis:7")).isEmpty();
    }

    @Test
    void anotherUserNeedsNothingOfRoots() {
        assertThat(claims(Kind.NEEDS, "postgres:17", "uid: 999")).isEmpty();
        assertThat(claims(Kind.NEEDS, "nginx:1.27", "uid: 101")).containsExactly("CAP_NET_BIND_SERVICE");
    }

    @Test
    void tagsTellVersionsAndVariantsApart() {
        assertThat(claims(Kind.DATA, "influxdb:1.8-alpine")).containsExactly("/var/lib/influxdb");
        assertThat(claims(Kind.DATA, "influxdb:2")).containsExactly("/var/lib/influxdb2");
        assertThat(claims(Kind.DATA, "influxdb:latest")).isEmpty();
        assertThat(claims(Kind.DATA, "influxdb:11")).isEmpty();
        assertThat(claims(Kind.NEEDS, "docker:20.10.6-dind")).containsExactly("all");
        assertThat(claims(Kind.NEEDS, "docker:28-cli")).isEmpty();
    }

    @Test
    void portsAreNotKnownWhenTheConfigurationIsAnotherOne() {
        assertThat(claims(Kind.PORT, "nginx:1.27")).containsExactly("80/tcp");
        assertThat(claims(Kind.PORT, "nginx:1.27", "binds: [\"/etc/x.conf:/etc/nginx/conf.d/x.conf:ro\"]"))
                .isEmpty();
        assertThat(claims(Kind.PORT, "nginx:1.27", "binds: [\"/etc:/etc\"]")).isEmpty();
        assertThat(claims(Kind.PORT, "traefik:v3", "command: [traefik, \"--entrypoints.web.address=:8000\"]"))
                .isEmpty();
        assertThat(claims(Kind.PORT, "lscr.io/linuxserver/openssh-server:1", "env: [LISTEN_PORT=22]"))
                .isEmpty();
    }

    @Test
    void lowPortsNeedNoPrivilegeWhereTheKernelSaysSo() {
        String key = "sysctl: {net.ipv4.ip_unprivileged_port_start: ";
        assertThat(claims(Kind.NEEDS, "caddy:2", key + "\"81\"}")).containsExactly("CAP_NET_BIND_SERVICE");
        assertThat(claims(Kind.NEEDS, "caddy:2", key + "\"0\"}")).isEmpty();
        assertThat(claims(Kind.NEEDS, "caddy:2", key + "\"nonsense\"}")).containsExactly("CAP_NET_BIND_SERVICE");
    }

    @Test
    void directoriesAreThoseOfTheCommandAsDelivered() {
        String own = "command: [/bin/prometheus, --config.file=/etc/p.yml, --storage.tsdb.path=";
        assertThat(claims(Kind.DATA, "prom/prometheus:v3")).containsExactly("/prometheus");
        assertThat(claims(Kind.DATA, "prom/prometheus:v3", own + "/prometheus]"))
                .containsExactly("/prometheus");
        assertThat(claims(Kind.DATA, "prom/prometheus:v3", own + "/data]")).isEmpty();
        assertThat(claims(Kind.DATA, "hashicorp/consul:1")).isEmpty();
        assertThat(claims(Kind.DATA, "hashicorp/consul:1", "command: [docker-entrypoint.sh, agent, -server]"))
                .containsExactly("/consul/data");
        assertThat(claims(Kind.DATA, "minio/minio", "command: [minio, server, /data]"))
                .containsExactly("/data");
        assertThat(claims(Kind.DATA, "minio/minio", "command: [minio, server, /mnt]"))
                .isEmpty();
    }
}
