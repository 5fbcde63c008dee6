package dev.lamina.assembler.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.packages.StackedPackages.Locked;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StackedPackagesTest {
    private static final PackagePin LIBC = pin("libc6", "2");
    private static final PackagePin OLD_LIBC = pin("libc6", "1");
    private static final PackagePin JQ = pin("jq", "7", "libc6", "libjq");
    private static final PackagePin LIBJQ = pin("libjq", "7");
    private static final PackagePin FURTHER = pin("further", "1");

    private final Recorder first = new Recorder();
    private final Recorder second = new Recorder();
    private final StackedPackages packages =
            new StackedPackages(locked(first, LIBC), locked(second, OLD_LIBC, JQ, LIBJQ), "pin it");

    private static PackagePin pin(String name, String version, String... dependencies) {
        Digest digest = Digest.parse("sha256:" + "%064x".formatted((name + version).hashCode() & 0xFFFFFFFFL));
        return new PackagePin(name, version, Arch.AMD64, 1, digest, "pool/" + name, List.of(dependencies));
    }

    private static Locked locked(PackageSource source, PackagePin... pins) {
        PackageLock lock = new PackageLock("trixie", Instant.EPOCH, Instant.EPOCH, Arch.AMD64, List.of(pins));
        return new Locked(Map.of(Arch.AMD64, lock), source);
    }

    /// Notes what it is asked for; each time it gives one more package behind them.
    private static final class Recorder implements PackageSource {
        private final List<PackagePin> asked = new ArrayList<>();

        @Override
        public List<PackagePin> closure(Set<String> names, Arch arch) {
            throw new AssertionError("the locks are known");
        }

        @Override
        public boolean cached(PackagePin pin) {
            asked.add(pin);
            return true;
        }

        @Override
        public List<ObtainedPackage> obtain(List<PackagePin> pins, Reporter reporter) {
            asked.addAll(pins);
            List<ObtainedPackage> result = new ArrayList<>();
            pins.forEach(pin -> result.add(obtained(pin)));
            result.add(obtained(FURTHER));
            return result;
        }
    }

    private static ObtainedPackage obtained(PackagePin pin) {
        return new ObtainedPackage(pin, pin, Path.of(pin.name()));
    }

    @Test
    void whatTheFirstLockPinsIsTakenFromIt() {
        assertThat(packages.closure(Set.of("jq"), Arch.AMD64)).containsExactly(JQ, LIBC, LIBJQ);
    }

    @Test
    void eachSourceIsAskedForWhatItsLockPins() throws IOException {
        List<ObtainedPackage> all = packages.obtain(List.of(JQ, LIBC, LIBJQ), Reporter.silent());

        assertThat(all)
                .containsExactly(obtained(JQ), obtained(LIBC), obtained(LIBJQ), obtained(FURTHER), obtained(FURTHER));
        assertThat(first.asked).containsExactly(LIBC);
        assertThat(second.asked).containsExactly(JQ, LIBJQ);
        assertThat(packages.cached(LIBC)).isTrue();
        assertThat(first.asked).containsExactly(LIBC, LIBC);
    }

    @Test
    void aPackageThatNobodyPinnedIsNamed() {
        assertThatThrownBy(() -> packages.closure(Set.of("curl"), Arch.ARM64))
                .isInstanceOf(InputException.class)
                .hasMessage("no lock has the package curl for arm64")
                .extracting(e -> ((LaminaException) e).hint())
                .isEqualTo(Optional.of("pin it"));
    }
}
