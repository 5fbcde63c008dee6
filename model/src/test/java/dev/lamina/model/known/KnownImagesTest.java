package dev.lamina.model.known;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.value.Capability;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class KnownImagesTest {

    @Test
    void twentyFiveImagesAreKnown() {
        assertThat(KnownImages.all())
                .extracting(KnownImage::name)
                .containsExactly(
                        "nginx",
                        "redis",
                        "postgres",
                        "mysql",
                        "mariadb",
                        "memcached",
                        "haproxy",
                        "traefik",
                        "caddy",
                        "grafana",
                        "prometheus",
                        "node-exporter",
                        "cadvisor",
                        "influxdb",
                        "registry",
                        "docker",
                        "vault",
                        "consul",
                        "etcd",
                        "minio",
                        "rabbitmq",
                        "mosquitto",
                        "openssh",
                        "chrony",
                        "wireguard");
    }

    @Test
    void imagesAreFoundByTheirUsualNamesAndNoOthers() {
        assertThat(List.of("nginx", "nginx:1.27", "docker.io/library/nginx:1.27", "public.ecr.aws/nginx/nginx:1"))
                .allSatisfy(name -> assertThat(KnownImages.find(ImageRef.parse(name)))
                        .map(KnownImage::name)
                        .contains("nginx"));
        assertThat(List.of("nginxinc/nginx-unprivileged:1", "bitnami/nginx:1", "lamina/nginx", "me/nginx:1"))
                .allSatisfy(name ->
                        assertThat(KnownImages.find(ImageRef.parse(name))).isEmpty());
    }

    @Test
    void everyStatementHasASourceAndEverySourceIsUsed() {
        for (KnownImage image : KnownImages.all()) {
            Set<Integer> used = new HashSet<>();
            image.claims().forEach(claim -> used.add(claim.source()));
            image.notes().forEach(note -> used.add(note.charAt(note.length() - 2) - '0'));
            Set<Integer> given = new HashSet<>();
            image.sources().forEach(source -> given.add(source.number()));

            assertThat(used).as(image.name()).isEqualTo(given);
            assertThat(image.sources())
                    .allSatisfy(source ->
                            assertThat(source.url()).matches("https://github\\.com/[^/]+/[^/]+/blob/[0-9a-f]{40}/.+"));
        }
    }

    @Test
    void valuesHaveTheFormOfTheirKind() {
        for (KnownImage image : KnownImages.all()) {
            for (Claim claim : image.claims()) {
                String value = claim.value();
                boolean good = switch (claim.kind()) {
                    case NEEDS, MAY ->
                        value.equals("all") || Capability.parse(value).isPresent();
                    case USER -> value.matches("\\d+");
                    case REFUSES -> value.equals("root");
                    case PORT -> value.matches("\\d+/(tcp|udp)");
                    case WRITES, DATA, MOUNT -> value.startsWith("/") && !value.endsWith("/");
                    case SHARES -> Set.of("net", "pid", "ipc", "uts").contains(value);
                };
                assertThat(good).as(image.name() + " " + claim).isTrue();
            }
            assertThat(image.claims()).doesNotHaveDuplicates();
        }
    }

    @Test
    void theDocumentationIsMadeFromTheTable() throws IOException {
        Path page = Path.of("../docs/known-images.md");
        if (Boolean.getBoolean("lamina.record")) {
            Files.writeString(page, KnownImagesPage.markdown());
        }

        assertThat(Files.readString(page)).isEqualTo(KnownImagesPage.markdown());
    }

    @Test
    void theTableIsReadQuicklyEnoughForEachReview() {
        long start = System.nanoTime();
        KnownImages.all();
        KnownImages.find(ImageRef.parse("nginx"));

        assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
    }
}
