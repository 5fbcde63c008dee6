package dev.lamina.app.studio.quickadd;

import dev.lamina.app.studio.session.Lane;
import java.util.List;
import java.util.Optional;

/// Where quick add finds what can be added.
public interface Entries {

    /// What fits a query, the best first; with an empty query what is added most. Called on every key, so it must
    /// answer at once.
    ///
    /// @param lane where it is to be added, when that is settled: what fits there comes first
    List<Entry> find(String query, Optional<Lane> lane);
}
