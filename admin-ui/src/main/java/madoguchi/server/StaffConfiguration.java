package madoguchi.server;

import java.time.Clock;
import madoguchi.bot.attachment.Attachments;
import madoguchi.bot.desk.HandoffDesk;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.presence.Presence;
import madoguchi.bot.town.Municipalities;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.server.seed.FirstAdministrator;
import madoguchi.server.settings.Settings;
import madoguchi.server.storage.Database;
import madoguchi.staff.account.Login;
import madoguchi.staff.account.LoginPages;
import madoguchi.staff.account.Passwords;
import madoguchi.staff.account.StaffAccounts;
import madoguchi.staff.account.StaffSessions;
import madoguchi.staff.audit.Audit;
import madoguchi.staff.frame.Frame;
import madoguchi.staff.home.HomePage;
import madoguchi.staff.inbox.CasePages;
import madoguchi.staff.jdbc.JdbcAudit;
import madoguchi.staff.jdbc.JdbcStaffAccounts;
import madoguchi.staff.jdbc.JdbcStaffSessions;
import madoguchi.staff.record.RecordPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The staff's rooms. */
@Configuration(proxyBeanMethods = false)
class StaffConfiguration {

  /** About a quarter of a second of one core. */
  private static final int PASSWORD_COST = 12;

  @Bean
  StaffAccounts accounts(Database database) {
    return new JdbcStaffAccounts(database.dataSource());
  }

  @Bean
  StaffSessions sessions(Database database) {
    return new JdbcStaffSessions(database.dataSource());
  }

  @Bean
  Audit audit(Database database) {
    return new JdbcAudit(database.dataSource());
  }

  @Bean
  Passwords passwords() {
    return new Passwords(PASSWORD_COST);
  }

  @Bean
  Greeting greeting(
      StaffAccounts accounts,
      Passwords passwords,
      Clock clock,
      Settings settings,
      Environment environment) {
    return new Greeting(new FirstAdministrator(accounts, passwords, clock), settings, environment);
  }

  @Bean
  Frame frame(Municipalities municipalities, Presence presence) {
    return new Frame(municipalities, presence);
  }

  @Bean
  LoginPages loginPages(
      Municipalities municipalities,
      StaffAccounts accounts,
      StaffSessions sessions,
      Passwords passwords,
      Clock clock) {
    Login login = new Login(municipalities, accounts, sessions, passwords, clock);
    return new LoginPages(municipalities, login, Settings.DEFAULT_TOWN);
  }

  @Bean
  HomePage homePage(Stores stores, FaqCatalog catalog, Frame frame, Clock clock) {
    return new HomePage(
        stores.handoffs(), stores.journal(), stores.outbox(), catalog, frame, clock);
  }

  @Bean
  CasePages casePages(
      Stores stores,
      HandoffDesk desk,
      Attachments attachments,
      Audit audit,
      Frame frame,
      Clock clock) {
    return new CasePages(
        stores.handoffs(), stores.conversations(), desk, attachments, audit, frame, clock);
  }

  @Bean
  RecordPages recordPages(Stores stores, Audit audit, Frame frame, Clock clock) {
    return new RecordPages(stores.journal(), audit, frame, clock);
  }
}
