package dev.lamina.app.studio.palette;

import dev.lamina.model.Section;
import dev.lamina.model.known.Claim;
import dev.lamina.model.known.Claim.Kind;
import dev.lamina.model.known.KnownImage;
import dev.lamina.model.known.KnownUse;
import dev.lamina.model.oci.ContainerResolver;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.model.yaml.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The statements about a known image that are true of it as it will be written.
///
/// @param user as whom it is started; empty for root
/// @param data directories whose loss matters
/// @param writes other directories that it writes to
record KnownNeeds(
        Optional<Claim> user,
        List<Claim> capabilities,
        List<Claim> data,
        List<Claim> writes,
        List<Claim> mounts,
        List<Claim> ports) {

    /// @param ref as documents write it, with its tag
    static KnownNeeds of(KnownImage image, String ref) {
        KnownUse asRoot = use(ref, "");
        List<Claim> data = asRoot.claims(Kind.DATA);
        // The directory for its data will be root's: whoever keeps some has to be root to write there.
        Optional<Claim> user =
                data.isEmpty() ? asRoot.claims(Kind.USER).stream().findFirst() : Optional.empty();
        KnownUse use = use(ref, user.map(claim -> "\n    uid: " + claim.value()).orElse("") + binds(data));
        return new KnownNeeds(
                user,
                use.claims(Kind.NEEDS),
                data,
                asRoot.claims(Kind.WRITES).stream()
                        .filter(claim ->
                                data.stream().noneMatch(kept -> claim.value().equals(kept.value())))
                        .toList(),
                use.claims(Kind.MOUNT),
                use.claims(Kind.PORT));
    }

    private static String binds(List<Claim> data) {
        return data.isEmpty()
                ? ""
                : data.stream()
                        .map(claim -> "\"/data:" + claim.value() + "\"")
                        .collect(Collectors.joining(", ", "\n    binds: [", "]"));
    }

    private static KnownUse use(String image, String keys) {
        ReadResult read = new CompositionReader()
                .read(List.of(
                        new SourceText("palette", "services:\n  - name: one\n    image: " + image + keys + "\n")));
        EffectiveContainer container = new ContainerResolver(read.composition(), read.sources(), Arch.AMD64)
                .effective(Section.SERVICES, 0, ImageConfig.EMPTY);
        return KnownUse.of(ImageRef.parse(image), container).orElseThrow();
    }
}
