package madoguchi.server;

import java.time.Clock;
import java.util.List;
import madoguchi.bot.attachment.Attachments;
import madoguchi.bot.desk.Channel;
import madoguchi.bot.desk.SendingByHand;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.post.Errands;
import madoguchi.bot.town.Municipalities;
import madoguchi.staff.audit.Audit;
import madoguchi.staff.frame.Frame;
import madoguchi.staff.inbox.AttachmentDownload;
import madoguchi.staff.record.SendingPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What staff see of sending and of what was attached. */
@Configuration(proxyBeanMethods = false)
class SendingConfiguration {

  @Bean
  SendingByHand sendingByHand(Stores stores, List<Channel> doors) {
    return new SendingByHand(stores, doors);
  }

  @Bean
  SendingPages sendingPages(
      Stores stores,
      Errands errands,
      SendingByHand byHand,
      List<Channel> doors,
      Municipalities municipalities,
      Audit audit,
      Frame frame,
      Clock clock) {
    return new SendingPages(
        stores.outbox(), errands, byHand, doors, municipalities, audit, frame, clock);
  }

  @Bean
  AttachmentDownload attachmentDownload(
      Stores stores, Attachments attachments, Audit audit, Clock clock) {
    return new AttachmentDownload(stores.handoffs(), attachments, audit, clock);
  }
}
