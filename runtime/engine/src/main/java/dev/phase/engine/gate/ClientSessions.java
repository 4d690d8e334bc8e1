package dev.phase.engine.gate;

import java.util.Optional;

/**
 * Sessions of one application on one version; the shape of an entry of {@code phase clients -o json}.
 *
 * @param version absent where they do not say which one they are on
 * @param application the rest of their {@code application_name}
 * @param login the database's user
 * @param address where they come from; absent where that is not visible to this user
 */
public record ClientSessions(
    Optional<String> version,
    String application,
    String login,
    Optional<String> address,
    long sessions) {}
