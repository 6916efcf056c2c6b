package madoguchi.bot.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.memory.Memory;
import madoguchi.bot.memory.MemoryTable;
import madoguchi.bot.town.RandomId;
import madoguchi.bot.town.StorableText;
import madoguchi.municipality.MunicipalityCode;

/** Conversations that are forgotten with the process. */
public final class InMemoryConversations implements Conversations {

  private final Memory memory;
  private final MemoryTable<Conversation> conversations;
  private final MemoryTable<List<Utterance>> utterances;
  private final InMemoryTakenBack takenBack;
  private final MemoryTable<Boolean> left;
  private final List<BiConsumer<Conversation, String>> forgetful = new CopyOnWriteArrayList<>();

  public InMemoryConversations(Memory memory) {
    this.memory = memory;
    this.conversations = memory.table();
    this.utterances = memory.table();
    this.takenBack = new InMemoryTakenBack(memory);
    this.left = memory.table();
  }

  @Override
  public Conversation open(
      MunicipalityCode municipality, String channel, Citizen citizen, Instant now) {
    return memory.atomically(
        () ->
            of(municipality, channel, citizen)
                .orElseGet(
                    () -> {
                      Conversation fresh =
                          new Conversation(
                              municipality,
                              RandomId.next(),
                              channel,
                              citizen,
                              ConversationState.BOT,
                              1,
                              now);
                      conversations.put(municipality, fresh.id(), fresh);
                      return fresh;
                    }));
  }

  @Override
  public Optional<Conversation> of(MunicipalityCode municipality, String channel, Citizen citizen) {
    return conversations
        .rows(municipality, c -> c.channel().equals(channel) && c.citizen().equals(citizen))
        .stream()
        .findFirst();
  }

  @Override
  public Optional<Conversation> find(MunicipalityCode municipality, String id) {
    return conversations.get(municipality, id);
  }

  @Override
  public Map<String, Standing> standings(MunicipalityCode municipality, Collection<String> ids) {
    Map<String, Standing> standings = new HashMap<>();
    for (String id : ids) {
      find(municipality, id)
          .ifPresent(
              found ->
                  standings.put(id, new Standing(found.state(), said(municipality, id).size())));
    }
    return Map.copyOf(standings);
  }

  @Override
  public void save(Conversation conversation) {
    memory.atomically(
        () -> {
          Optional<Conversation> present = find(conversation.municipality(), conversation.id());
          if (present.filter(c -> c.epoch() > conversation.epoch()).isPresent()) {
            throw new EpochPassed(conversation);
          }
          present.ifPresent(c -> conversations.put(c.municipality(), c.id(), conversation));
          return true;
        });
  }

  @Override
  public List<Utterance> append(MunicipalityCode municipality, String id, List<Utterance> lines) {
    return memory.atomically(
        () -> {
          if (find(municipality, id).isEmpty()) {
            return List.of();
          }
          List<Utterance> all = new ArrayList<>(said(municipality, id));
          int before = all.size();
          lines.forEach(line -> all.add(storable(line).numbered(all.size() + 1L)));
          utterances.put(municipality, id, all);
          return List.copyOf(all.subList(before, all.size()));
        });
  }

  @Override
  public List<Utterance> after(MunicipalityCode municipality, String id, long after) {
    return shown(municipality, id).stream().filter(u -> u.number() > after).limit(500).toList();
  }

  @Override
  public List<Utterance> latest(MunicipalityCode municipality, String id, int limit) {
    List<Utterance> all = shown(municipality, id);
    return List.copyOf(all.subList(Math.max(0, all.size() - limit), all.size()));
  }

  @Override
  public List<Utterance> turn(MunicipalityCode municipality, String id, String messageId) {
    return shown(municipality, id).stream().filter(u -> u.inReplyTo().equals(messageId)).toList();
  }

  @Override
  public void erase(MunicipalityCode municipality, String id) {
    memory.atomically(
        () -> {
          conversations.put(municipality, id, null);
          utterances.put(municipality, id, null);
          left.put(municipality, id, null);
          return true;
        });
  }

  @Override
  public boolean named(
      MunicipalityCode municipality, String id, String channelId, String messageId, Instant now) {
    return takenBack.name(municipality, id, channelId, messageId);
  }

  @Override
  public void takeBack(MunicipalityCode municipality, String id, String channelId, Instant now) {
    memory.atomically(
        () -> {
          find(municipality, id)
              .ifPresent(
                  c ->
                      takenBack
                          .take(municipality, id, channelId)
                          .ifPresent(m -> forgetful.forEach(twin -> twin.accept(c, m))));
          return true;
        });
  }

  /** For twins that keep words of messages under other names: told in the same change. */
  public void whenTakenBack(BiConsumer<Conversation, String> twin) {
    forgetful.add(twin);
  }

  @Override
  public boolean wasTakenBack(MunicipalityCode municipality, String id, String messageId) {
    return takenBack.was(municipality, id, messageId);
  }

  @Override
  public void left(MunicipalityCode municipality, String id, boolean gone) {
    left.put(municipality, id, gone);
  }

  @Override
  public boolean hasLeft(MunicipalityCode municipality, String id) {
    return left.get(municipality, id).orElse(false) || find(municipality, id).isEmpty();
  }

  private static Utterance storable(Utterance line) {
    return new Utterance(
        line.number(),
        line.at(),
        line.from(),
        line.inReplyTo(),
        StorableText.of(line.text()),
        line.sources(),
        line.choices());
  }

  private List<Utterance> said(MunicipalityCode municipality, String id) {
    return utterances.get(municipality, id).orElse(List.of());
  }

  /** Without what was taken back. */
  private List<Utterance> shown(MunicipalityCode municipality, String id) {
    return said(municipality, id).stream()
        .filter(
            line ->
                line.from() != Sender.RESIDENT || !wasTakenBack(municipality, id, line.inReplyTo()))
        .toList();
  }
}
