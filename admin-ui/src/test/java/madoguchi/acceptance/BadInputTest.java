package madoguchi.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.channel.line.FakeLine;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What nobody should send and somebody does, to the commands, to the web chat and to LINE's door of
 * a server process: a clear refusal or a plain answer, nothing lost, no markup, no 500.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadInputTest {

  private static final String API = "/api/v1/demo/conversations";
  private static final String WEBHOOK = "/line/demo/webhook";
  private static final String SECRET = "8c570fa6dd201bb328f1c1eac23a96d8";
  private static final String PASSWORD = "aobano-no-himitsu";
  private static final String SCRIPT = "<script>alert(1)</script>";
  private static final String TABLE = "'; DROP TABLE utterance; --";
  private static final int MEGABYTES_30 = 30 << 20;
  private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @TempDir static Path folder;

  private Path data;
  private FakeLine line;
  private ServerProcess server;
  private Curl curl;
  private String conversation;
  private String bearer;

  /** The files come first, for the embedded database is one process's. */
  @BeforeAll
  void begin() throws Exception {
    data = folder.resolve("data");
    curl = new Curl(folder.resolve("curl"));
    line = new FakeLine(SECRET, "channel-token", "Ubot", Clock.systemUTC());
    refusesAnExcelWithoutItsAnswers();
    refusesAFileOfThirtyMegabytes();
    takesACsvAsExcelInJapanWritesIt();
    server =
        new ServerProcess(
            data,
            Map.of(
                "MADOGUCHI_ADMIN_PASSWORD",
                PASSWORD,
                "MADOGUCHI_LINE_CHANNEL_SECRET",
                SECRET,
                "MADOGUCHI_LINE_CHANNEL_TOKEN",
                "channel-token",
                "MADOGUCHI_LINE_API_BASE_URL",
                line.baseUrl()));
    Curl.Answer opened = curl.post(server.at(API), "{}");
    conversation = API + "/" + opened.json().get("conversationId").asString();
    bearer = "Authorization: Bearer " + opened.json().get("token").asString();
  }

  @AfterAll
  void end() {
    if (server != null) {
      server.close();
    }
    line.close();
  }

  private void refusesAnExcelWithoutItsAnswers() throws Exception {
    Path file = folder.resolve("missing.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("FAQ");
      sheet.value(0, 0, "番号");
      sheet.value(0, 1, "質問");
      sheet.value(1, 0, "1");
      sheet.value(1, 1, "答えのない質問です");
    }
    assertThat(imported(file, 2)).contains("missing.xlsx", "回答").doesNotContain("\tat ");
  }

  private void refusesAFileOfThirtyMegabytes() throws Exception {
    Path file = folder.resolve("large.csv");
    Files.write(file, ("id,question,answer\n1,q," + "あ".repeat(MEGABYTES_30 / 3)).getBytes(UTF_8));
    assertThat(imported(file, 2)).contains("large.csv", "20MB").doesNotContain("\tat ");
  }

  private void takesACsvAsExcelInJapanWritesIt() throws Exception {
    Path file = folder.resolve("sjis.csv");
    String rows =
        "番号,質問,回答\r\nsjis-1,髙橋川の①番水門はいつ開きますか,午前９時～午後５時です。\r\n"
            + "sjis-2,\"答えに%sと書いたら\",\"%s は文字のままです。\"\r\n".formatted(SCRIPT, SCRIPT);
    Files.write(file, rows.getBytes(Charset.forName("windows-31j")));
    assertThat(imported(file, 0)).contains("新規\tsjis-1", "新規 2件", "取り込めない行 0件");
  }

  private String imported(Path file, int status) throws Exception {
    try (Program program =
        Program.start(data, Map.of(), "import", "--municipality", "demo", file.toString())) {
      return program.ended(status);
    }
  }

  /** Says a text that is written as it stands within JSON. */
  private Curl.Answer say(String id, String json) throws Exception {
    return curl.post(
        server.at(conversation + "/messages"),
        "{\"clientMessageId\":\"%s\",\"text\":\"%s\"}".formatted(id, json),
        "-H",
        bearer);
  }

  @Test
  @Order(1)
  void answersFromTheImportedRowsLetterForLetter() throws Exception {
    Curl.Answer answer = say("sjis", "髙橋川の①番水門はいつ開きますか");
    assertThat(answer.json().get("outcome").asString()).isEqualTo("answered");
    assertThat(answer.json().at("/messages/0/text").asString()).isEqualTo("午前９時～午後５時です。");
    assertThat(curl.get(server.at("/faq/demo/sjis-2")).body())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain(SCRIPT);
  }

  @ParameterizedTest
  @Order(2)
  @ValueSource(
      strings = {
        "😀😀😀👪🏽🇯🇵",
        "\\ud800ごみの日\\udfff",
        "\\ud83d",
        TABLE,
        SCRIPT + "<img src=x onerror=alert(2)>",
        "{{7*7}}${7*7}#{7*7}%s%n",
        "\\u202eごみ\\u0007\\u200b",
        "ﾊﾟｿｺﾝ㌔㍿ﷺ",
        "？？？！！！。。。"
      })
  void answersPlainlyWhateverIsTyped(String json) throws Exception {
    Curl.Answer answer = say("t" + (json.hashCode() & 0xffff), json);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().at("/messages/0/text").asString()).isNotBlank();
  }

  @Test
  @Order(3)
  void refusesTextThatIsTooLongOrNoText() throws Exception {
    assertThat(say("long", "あ".repeat(10_000)).json().get("detail").asString()).contains("1,000文字");
    assertThat(say("long", "あ".repeat(10_000)).status()).isEqualTo(400);
    byte[] broken = "{\"clientMessageId\":\"b\",\"text\":\"ごみ\"}".getBytes(UTF_8);
    broken[broken.length - 3] = (byte) 0xff;
    assertThat(curl.send("POST", server.at(conversation + "/messages"), broken, "-H", bearer))
        .satisfies(answer -> assertThat(answer.status()).isEqualTo(400));
    byte[] sjis =
        "{\"clientMessageId\":\"s\",\"text\":\"表示\"}".getBytes(Charset.forName("windows-31j"));
    assertThat(
            curl.send("POST", server.at(conversation + "/messages"), sjis, "-H", bearer).status())
        .isEqualTo(400);
  }

  @Test
  @Order(4)
  void readsNoThirtyMegabytesAnywhere() throws Exception {
    byte[] large = new byte[MEGABYTES_30];
    Arrays.fill(large, (byte) 'a');
    for (String path :
        new String[] {
          conversation + "/messages", "/api/v1/demo/completions", WEBHOOK, "/staff/login"
        }) {
      for (String how : new String[] {"X-Plain: yes", "Transfer-Encoding: chunked"}) {
        Curl.Answer answer =
            curl.send("POST", server.at(path), large, "-H", bearer, "-H", how, "-H", "Expect:");
        assertThat(answer.status()).as(path + " " + how).isIn(403, 413);
      }
    }
    assertThat(curl.get(server.atManagement("/actuator/health")).status()).isEqualTo(200);
  }

  @Test
  @Order(5)
  void answersTheSameOnLine() throws Exception {
    String[] typed = {"\\ud800ごみの日", "😀😀😀", TABLE, SCRIPT, "あ".repeat(5_000)};
    for (int i = 0; i < typed.length; i++) {
      byte[] event = line.webhook(line.text("U" + i, "PLACE"));
      byte[] body = new String(event, UTF_8).replace("PLACE", typed[i]).getBytes(UTF_8);
      Curl.Answer taken =
          curl.send(
              "POST",
              server.at(WEBHOOK),
              body,
              "-H",
              "x-line-signature: " + FakeLine.signature(SECRET, body));
      assertThat(taken.status()).isEqualTo(200);
    }
    for (int i = 0; i < typed.length; i++) {
      String user = "U" + i;
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(line.book(user)).as(user).hasSize(1));
      assertThat(line.book(user).getFirst().texts().getFirst()).isNotBlank();
    }
  }

  @Test
  @Order(6)
  void keptEveryLineAndShowsNoneAsMarkup() throws Exception {
    Curl.Answer lines = curl.get(server.at(conversation + "/messages"), "-H", bearer);
    assertThat(lines.json().findValuesAsString("text"))
        .contains(
            TABLE, SCRIPT + "<img src=x onerror=alert(2)>", "😀😀😀👪🏽🇯🇵", "\ufffdごみの日\ufffd");
    assertThat(lines.json().valueStream().filter(l -> l.get("from").asString().equals("resident")))
        .hasSize(10);
    assertThat(say("after", "転入届はどこですか").json().get("outcome").asString())
        .isIn("answered", "choose");

    String jar = folder.resolve("cookies").toString();
    Matcher token =
        FORM_TOKEN.matcher(curl.get(server.at("/staff/login"), "-b", jar, "-c", jar).body());
    assertThat(token.find()).isTrue();
    curl.get(
        server.at("/staff/login"),
        "-b",
        jar,
        "-c",
        jar,
        "--data-urlencode",
        "_csrf=" + token.group(1),
        "-d",
        "username=admin",
        "-d",
        "password=" + PASSWORD);
    assertThat(curl.get(server.at("/staff/records"), "-b", jar).body())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "DROP TABLE utterance")
        .doesNotContain(SCRIPT, "<img src=x");
    assertThat(server.printed()).doesNotContain("a request failed", "DROP TABLE", "\tat ");
  }
}
