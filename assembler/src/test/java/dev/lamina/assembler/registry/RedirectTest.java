package dev.lamina.assembler.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.http.Answer;
import dev.lamina.assembler.http.Body;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RedirectTest {
    private static final URI BLOB = URI.create("https://registry.example/v2/team/web/blobs/x");

    private static Answer to(String location) {
        HttpHeaders headers = HttpHeaders.of(Map.of("Location", List.of(location)), (name, value) -> true);
        return new Answer(BLOB, 307, headers, new Body(Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://storage.example/x?sig=1, https://storage.example/x?sig=1",
        "/elsewhere, https://registry.example/elsewhere",
        "//storage.example/x, https://storage.example/x"
    })
    void redirectsAreFollowed(String location, String next) throws Exception {
        assertThat(RegistryHttp.next(BLOB, to(location))).isEqualTo(URI.create(next));
    }

    @ParameterizedTest
    @CsvSource({
        "http://storage.example/x, registry.example points to storage.example without encryption",
        "http://127.0.0.1/x, registry.example points to 127.0.0.1 without encryption",
        "ftp://storage.example/x, 'registry.example points to no address: \"ftp://storage.example/x\"'",
        "https://user@storage.example/x, 'registry.example points to no address: \"https://user@storage.example/x\"'",
        "https://[x, 'registry.example points to no address: \"https://[x\"'"
    })
    void butNotAnywhere(String location, String message) {
        assertThatThrownBy(() -> RegistryHttp.next(BLOB, to(location))).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example, https://a.example:443/x, true",
        "http://a.example:80, http://A.example/x, true",
        "https://a.example, http://a.example, false",
        "https://a.example, https://a.example:444, false",
        "https://a.example, https://b.a.example, false"
    })
    void aServerIsItsSchemeItsHostAndItsPort(String one, String other, boolean same) {
        assertThat(Endpoint.isSame(URI.create(one), URI.create(other))).isEqualTo(same);
    }
}
