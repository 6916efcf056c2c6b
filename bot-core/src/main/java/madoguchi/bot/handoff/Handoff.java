package madoguchi.bot.handoff;

import java.time.Instant;
import madoguchi.municipality.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * A case that waits for a person.
 *
 * @param id unguessable
 * @param department the name of the department it waits at; null: the general desk
 * @param claimedBy the staff member who has it; null while it waits
 */
public record Handoff(
    MunicipalityCode municipality,
    String id,
    String conversationId,
    @Nullable String department,
    HandoffState state,
    Instant openedAt,
    @Nullable String claimedBy) {}
