package dev.lamina.app.profile;

import dev.lamina.model.check.RunFacts;
import dev.lamina.model.check.RunFacts.Publish;
import dev.lamina.model.value.ByteSize;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.DocumentTree;
import dev.lamina.model.yaml.Part;
import dev.lamina.model.yaml.Part.Mapping;
import dev.lamina.model.yaml.Part.Pair;
import dev.lamina.model.yaml.Part.Scalar;
import dev.lamina.model.yaml.Part.Sequence;
import dev.lamina.model.yaml.SourceText;
import dev.lamina.vmlaunch.PublishedPort;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// What rules want to know of a side file, with the places of what a fix could change. Which ports are
/// taken is not looked at: that is so at one moment, and the file is for all.
public final class SideFacts {
    private final SourceText source;
    private final Optional<Part> run;

    private SideFacts(SourceText source) {
        this.source = source;
        this.run = DocumentTree.of(source.text()).flatMap(tree -> value(tree.root(), "run"));
    }

    /// For whoever can change the document alone: without places, rules have no fixes for the file.
    public static RunFacts withoutPlaces(RunProfile profile) {
        return new RunFacts(
                memory(profile),
                profile.publish().stream()
                        .map(port -> publish(port, Optional.empty()))
                        .toList(),
                Optional.empty());
    }

    private static OptionalLong memory(RunProfile profile) {
        return profile.memory().map(ByteSize::bytes).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    public static RunFacts of(SideFile side) {
        SideFacts places = new SideFacts(side.source());
        RunProfile profile = side.profile();
        return new RunFacts(
                memory(profile),
                places.run.flatMap(part -> value(part, "memory")).flatMap(places::place),
                places.published(profile.publish()),
                Optional.empty());
    }

    /// Places are known only when each text of the list was understood.
    private List<Publish> published(List<PublishedPort> ports) {
        List<Part> texts = run.flatMap(part -> value(part, "publish"))
                .filter(Sequence.class::isInstance)
                .map(list -> ((Sequence) list)
                        .elements().stream().map(Part.Element::value).toList())
                .filter(list -> list.size() == ports.size())
                .orElse(List.of());
        return IntStream.range(0, ports.size())
                .mapToObj(i -> publish(ports.get(i), texts.isEmpty() ? Optional.empty() : place(texts.get(i))))
                .toList();
    }

    private static Publish publish(PublishedPort port, Optional<SourceSpan> place) {
        return new Publish(
                port.hostAddress().equals("0.0.0.0") ? "" : port.hostAddress(),
                port.hostPort(),
                port.guestPort(),
                port.protocol() == PublishedPort.Protocol.UDP,
                false,
                place);
    }

    private static Optional<Part> value(Part part, String key) {
        return part instanceof Mapping mapping
                ? mapping.pairs().stream()
                        .filter(pair -> pair.name().equals(key))
                        .map(Pair::value)
                        .findFirst()
                : Optional.empty();
    }

    /// Of a text that stands there itself; what an alias brings stands elsewhere.
    private Optional<SourceSpan> place(Part part) {
        return part instanceof Scalar scalar
                ? Optional.of(DocumentTree.span(
                        source, scalar.extent().start(), scalar.extent().end()))
                : Optional.empty();
    }
}
