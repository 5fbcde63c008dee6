package dev.lamina.model.validate;

import dev.lamina.model.check.Check;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemFacts;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.model.yaml.SourceText;
import java.util.ArrayList;
import java.util.List;

/// Reviews compositions by all rules. What it found of containers that stayed the same it does not look for again, so
/// one object serves all states of a document. Not for several threads.
public final class Validator {
    private KnownContainers containers = KnownContainers.NONE;

    /// @param documents as they were read
    /// @param read what reading them gave, problems included
    public Validation validate(List<SourceText> documents, ReadResult read, SystemFacts facts, Profile profile) {
        return validate(documents, read, view(read, facts), profile);
    }

    /// The same of a system that [#view] has just made.
    public Validation validate(List<SourceText> documents, ReadResult read, SystemView system, Profile profile) {
        List<Found> found = new ArrayList<>();
        containers.all().forEach(known -> found.addAll(known.found()));
        for (Check check : Rules.checks()) {
            if (check instanceof SystemCheck systemCheck) {
                systemCheck.check(system, report -> found.add(new Found(check.rule(), report)));
            }
        }
        Waivers waivers = Waivers.of(documents, read.sources(), system.facts().today());
        waivers.reports().forEach(report -> found.add(new Found(WaiverCheck.CHECK.rule(), report)));
        return new Review(documents, read, profile, waivers, system).of(found);
    }

    /// The system as checks see it; for what is shown beside findings.
    public SystemView view(ReadResult read, SystemFacts facts) {
        containers = containers.next(read, facts);
        List<ContainerView> views =
                containers.all().stream().map(KnownContainers.Known::view).toList();
        return new SystemView(read.composition(), read.sources(), facts, views);
    }
}
