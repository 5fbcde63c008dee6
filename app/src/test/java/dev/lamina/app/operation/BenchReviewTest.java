package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.Wiring;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.model.progress.Reporter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchReviewTest {
    @Test
    void everyRunIsMeasured(@TempDir Path home) {
        Operations operations = new Wiring(new Environment(
                Map.of("LAMINA_HOME", home.toString()), home, home, OperatingSystem.LINUX, "amd64", false));
        BenchReview.Result result =
                new BenchReview(operations::liveReview).run(new BenchValidate.Request(8, 3), Reporter.silent());
        assertThat(result.components()).isEqualTo(8);
        assertThat(result.findings()).isGreaterThan(8);
        assertThat(result.whole().runs()).hasSize(3).allMatch(time -> time.isPositive());
        assertThat(result.whole().median()).isGreaterThanOrEqualTo(result.read().min());
    }
}
