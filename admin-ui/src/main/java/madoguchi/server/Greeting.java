package madoguchi.server;

import java.util.Optional;
import madoguchi.server.seed.DefaultTown;
import madoguchi.server.seed.FirstAdministrator;
import madoguchi.server.settings.Settings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Says where to click once the server stands, and the first administrator's password once. */
final class Greeting implements ApplicationListener<ApplicationReadyEvent>, Ordered {

  private final FirstAdministrator administrator;
  private final Settings settings;
  private final Environment environment;

  Greeting(FirstAdministrator administrator, Settings settings, Environment environment) {
    this.administrator = administrator;
    this.settings = settings;
    this.environment = environment;
  }

  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent ready) {
    Optional<String> password = administrator.appoint(DefaultTown.CODE, settings.adminPassword());
    String site = "http://localhost:" + environment.getProperty("local.server.port");
    String management = "http://localhost:" + environment.getProperty("local.management.port");
    System.out.println(
        """

        窓口サーバーが動いています（止めるには Ctrl+C）
          住民のページ  %s/
          職員のページ  %s/staff
          動作の確認    %s/actuator/health
          %s
        """
            .formatted(site, site, management, account(password)));
  }

  private String account(Optional<String> password) {
    if (password.isEmpty()) {
      return "管理者        admin（パスワードを忘れたら、止めてから ./run reset-admin）";
    }
    return settings.adminPassword().isBlank()
        ? "管理者        admin\n  パスワード    %s（表示するのはこの一度だけです）".formatted(password.get())
        : "管理者        admin（パスワードは MADOGUCHI_ADMIN_PASSWORD のとおり）";
  }
}
