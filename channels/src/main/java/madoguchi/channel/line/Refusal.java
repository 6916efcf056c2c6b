package madoguchi.channel.line;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Why a webhook was not taken in, in the order of the checks; problem details of RFC 9457. */
enum Refusal {
  NO_LINE_HERE(HttpStatus.NOT_FOUND, "見つかりません", "この自治体のLINEの受け口はありません。"),
  TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "大きすぎます", "本文は1,048,576バイトまでです。"),
  UNFINISHED(HttpStatus.REQUEST_TIMEOUT, "届ききりませんでした", "本文が時間内に届きませんでした。"),
  BUSY(HttpStatus.SERVICE_UNAVAILABLE, "いまは受け取れません", "混み合っています。時間をおいて送り直してください。"),
  NOT_SIGNED(HttpStatus.UNAUTHORIZED, "署名を確認できません", "x-line-signatureがないか、本文と合いません。"),
  NOT_A_WEBHOOK(HttpStatus.BAD_REQUEST, "形式が違います", "本文は、配列eventsを持つJSONオブジェクトでなければなりません。"),
  OTHER_BOT(HttpStatus.BAD_REQUEST, "宛先が違います", "destinationが、この自治体のボットではありません。"),
  CANNOT_STORE(HttpStatus.SERVICE_UNAVAILABLE, "いまは受け取れません", "保存できませんでした。時間をおいて送り直してください。");

  private final HttpStatus status;
  private final String title;
  private final String detail;

  Refusal(HttpStatus status, String title, String detail) {
    this.status = status;
    this.title = title;
    this.detail = detail;
  }

  /** For a request of an address, which the details name. */
  ResponseEntity<byte[]> response(String path) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("detail", detail);
    problem.put("instance", path);
    problem.put("status", status.value());
    problem.put("title", title);
    ResponseEntity.BodyBuilder response = ResponseEntity.status(status);
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      response.header(HttpHeaders.RETRY_AFTER, "10");
    }
    return response
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(JsonMapper.shared().writeValueAsBytes(problem));
  }
}
