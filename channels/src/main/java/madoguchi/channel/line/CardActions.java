package madoguchi.channel.line;

import com.linecorp.bot.messaging.model.PostbackAction;
import com.linecorp.bot.messaging.model.URIAction;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.bot.answer.Sentences;
import madoguchi.bot.conversation.Source;
import madoguchi.bot.town.Department;
import madoguchi.bot.town.Municipality;

/** What the buttons of a card do. */
record CardActions(Sentences sentences) {

  private static final int LINKS = 3;

  Optional<URIAction> call(Department department, Municipality town) {
    String label = sentences.say("line.call", town, department);
    return Telephones.call(department.telephone())
        .map(uri -> new URIAction(Cut.toClusters(label, Sizes.LABEL), uri, null));
  }

  /** The source or the entry's own page, and the first few that the answer names. */
  Stream<URIAction> pages(String answer, Source source, Municipality town) {
    Optional<URI> page =
        Optional.ofNullable(source.url())
            .or(() -> new LineSettings(town).pageOf(source.faqId()))
            .flatMap(Uris::page);
    return Stream.concat(
        page.stream().map(uri -> new URIAction(label("line.open", town), uri, null)),
        Uris.pagesIn(answer).stream()
            .filter(uri -> !page.filter(uri::equals).isPresent())
            .limit(LINKS)
            .map(uri -> new URIAction(Cut.toClusters(uri.getHost(), Sizes.LABEL), uri, null)));
  }

  PostbackAction vote(String messageId, String faqId, boolean useful, Municipality town) {
    String label = label(useful ? "line.useful" : "line.useless", town);
    String data = VoteButton.data(messageId, faqId, useful);
    return new PostbackAction(label, data, label, null, null, null);
  }

  private String label(String name, Municipality town) {
    return Cut.toClusters(sentences.say(name, town, null), Sizes.LABEL);
  }
}
