package dev.lamina.model.yaml;

import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;

/// Composes a tree, but no endless one.
final class CountingComposer extends Composer {
    /// A large composition has some thousand values; each takes some hundred bytes of memory.
    static final int MOST = 200_000;

    private int values;

    CountingComposer(ParserImpl parser, LoaderOptions options) {
        super(parser, new PlainScalars(), options);
    }

    /// The document has too many values.
    static final class TooManyValuesException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    protected Node composeScalarNode(String anchor, List<CommentLine> comments) {
        count();
        return super.composeScalarNode(anchor, comments);
    }

    @Override
    protected Node composeSequenceNode(String anchor) {
        count();
        return super.composeSequenceNode(anchor);
    }

    @Override
    protected Node composeMappingNode(String anchor) {
        count();
        return super.composeMappingNode(anchor);
    }

    private void count() {
        values++;
        if (values > MOST) {
            throw new TooManyValuesException();
        }
    }
}
