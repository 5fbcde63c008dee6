package dev.lamina.assembler.registry;

import dev.lamina.assembler.registry.RegistryProblem.Kind;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All tags of a repository, page by page (distribution-spec, "Listing Tags").
final class TagList {
    /// Repositories with tens of thousands exist.
    private static final int MOST = 200_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RemoteRepository repository;

    TagList(RemoteRepository repository) {
        this.repository = repository;
    }

    List<String> all() throws IOException, InterruptedException {
        List<String> tags = new ArrayList<>();
        Optional<URI> at = Optional.empty();
        do {
            RemoteRepository.Page page = repository.tags(at);
            int before = tags.size();
            add(page.json(), tags);
            if (tags.size() > MOST || (page.next().isPresent() && tags.size() == before)) {
                throw faulty("has no end of tags");
            }
            at = page.next();
        } while (at.isPresent());
        return tags;
    }

    private void add(byte[] json, List<String> tags) throws RegistryProblem {
        try {
            for (JsonNode tag : JSON.readTree(json).path("tags")) {
                tags.add(tag.asString());
            }
        } catch (JacksonException e) {
            throw faulty("sends something else than a list of tags");
        }
    }

    private RegistryProblem faulty(String reason) {
        return new RegistryProblem(repository.endpoint().shown(), Kind.FAULTY, reason);
    }
}
