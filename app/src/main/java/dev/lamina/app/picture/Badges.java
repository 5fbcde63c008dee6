package dev.lamina.app.picture;

import dev.lamina.app.picture.Card.Badge;
import dev.lamina.app.picture.Card.Exposed;
import dev.lamina.app.picture.Colours.Tone;
import dev.lamina.model.FileEntry;
import dev.lamina.model.Kernel;
import dev.lamina.model.Volume;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.network.Ports;
import dev.lamina.model.exposure.Exposure;
import dev.lamina.model.exposure.Score;
import dev.lamina.model.oci.EffectiveContainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The short words on cards, those that matter most first.
final class Badges {
    private static final String CONSOLE = "console=";
    private static final String TCP = "/tcp";
    private static final double MOST = 10;

    private Badges() {}

    static List<Badge> of(ContainerView container) {
        EffectiveContainer spec = container.spec();
        List<Badge> badges = new ArrayList<>();
        if (!container.runsOnce()) {
            Ports ports = Ports.of(container);
            Stream.concat(ports.told().stream(), ports.likely().stream())
                    .map(port -> port.endsWith(TCP) ? port.substring(0, port.length() - TCP.length()) : port)
                    .forEach(port -> badges.add(new Badge(":" + port, false)));
        }
        if (spec.holdsAll()) {
            badges.add(new Badge("all caps", true));
        } else if (!spec.held().isEmpty()) {
            int count = spec.held().size();
            badges.add(new Badge(count + (count == 1 ? " cap" : " caps"), false));
        }
        if (EffectiveContainer.shared(spec.pid())) {
            badges.add(new Badge("host pid", true));
        }
        if (EffectiveContainer.shared(spec.net())) {
            badges.add(new Badge("host net", false));
        }
        if (spec.readonly().value()) {
            badges.add(new Badge("ro", false));
        }
        return badges;
    }

    static Exposed exposed(ContainerView container) {
        Score score = Exposure.of(container);
        Tone tone = switch (score.level()) {
            case TIGHT, MODERATE -> Tone.GOOD;
            case WIDE -> Tone.WARNING;
            case DANGEROUS, OWNS_MACHINE -> Tone.BAD;
        };
        return new Exposed(score.text(), score.value() / MOST, tone);
    }

    static List<Badge> of(Kernel kernel) {
        return Arrays.stream(kernel.effectiveCmdline().split(" "))
                .filter(word -> word.startsWith(CONSOLE))
                .map(word -> word.substring(CONSOLE.length()).replaceFirst(",.*", "")) // without its speed
                .map(name -> new Badge(name, false))
                .toList();
    }

    static List<Badge> of(Volume volume) {
        return volume.readonly() ? List.of(new Badge("ro", false)) : List.of();
    }

    static List<Badge> of(FileEntry file) {
        List<Badge> badges = new ArrayList<>();
        file.mode().ifPresent(mode -> badges.add(new Badge(String.format(Locale.ROOT, "%04o", mode), false)));
        if (file.optional()) {
            badges.add(new Badge("optional", false));
        }
        return badges;
    }
}
