package dev.lamina.model.yaml;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/// What an unquoted value means, as in LinuxKit's parser (yaml.v3): `true` and `false` but not `yes` and `on`; `0644`,
/// `0o644` and `0x1a4` are numbers; dates are texts.
final class PlainScalars extends Resolver {
    private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern NOTHING = Pattern.compile("~|null|Null|NULL");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FRACTION = Pattern.compile(
            "[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.BOOL, TRUTH, "tTfF", 10);
        addImplicitResolver(Tag.INT, NUMBER, "-+0123456789", 1000);
        addImplicitResolver(Tag.FLOAT, FRACTION, "-+0123456789.", 1000);
        addImplicitResolver(Tag.MERGE, MERGE, "<", 10);
        addImplicitResolver(Tag.NULL, NOTHING, "~nN", 10);
        addImplicitResolver(Tag.NULL, EMPTY, null, 10);
    }
}
