package dev.lamina.model.yaml;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/// A parser that remembers the aliases: of composed nodes nobody can tell where they were used.
final class AliasParser extends ParserImpl {
    private final List<AliasEvent> aliases = new ArrayList<>();

    AliasParser(StreamReader reader, LoaderOptions options) {
        super(reader, options);
    }

    /// Those that were read so far.
    List<AliasEvent> aliases() {
        return aliases;
    }

    @Override
    public Event getEvent() {
        Event event = super.getEvent();
        if (event instanceof AliasEvent alias) {
            aliases.add(alias);
        }
        return event;
    }
}
