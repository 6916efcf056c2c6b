package madoguchi.channel.line;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes webhooks like LINE's and spoils them: their JSON, their bytes, or both. */
final class GarbledEvents {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** One of each kind that LINE documents, with what belongs to it. */
  private static final List<String> KINDS =
      List.of(
          "\"message\",\"message\":{\"id\":\"1\",\"type\":\"text\",\"text\":\"ごみ\",\"emojis\":[]}",
          "\"message\",\"message\":{\"id\":\"1\",\"type\":\"text\",\"text\":\"@a b\",\"mention\":"
              + "{\"mentionees\":[{\"type\":\"user\",\"index\":0,\"length\":2,\"isSelf\":true}]}}",
          "\"message\",\"message\":{\"id\":\"2\",\"type\":\"sticker\",\"packageId\":\"1\"}",
          "\"message\",\"message\":{\"id\":\"3\",\"type\":\"image\",\"contentProvider\":"
              + "{\"type\":\"line\"},\"imageSet\":{\"id\":\"s\",\"index\":1,\"total\":2}}",
          "\"message\",\"message\":{\"id\":\"4\",\"type\":\"video\",\"duration\":60000,"
              + "\"contentProvider\":{\"type\":\"external\",\"originalContentUrl\":\"https://x/\"}}",
          "\"message\",\"message\":{\"id\":\"5\",\"type\":\"audio\",\"duration\":1}",
          "\"message\",\"message\":{\"id\":\"6\",\"type\":\"file\",\"fileName\":\"a\",\"fileSize\":9}",
          "\"message\",\"message\":{\"id\":\"7\",\"type\":\"location\",\"latitude\":35.6}",
          "\"postback\",\"postback\":{\"data\":\"choice=handoff\"}",
          "\"postback\",\"postback\":{\"data\":\"vote=yes:line:1\",\"params\":{\"date\":\"2026-01-01\"}}",
          "\"follow\",\"follow\":{\"isUnblocked\":false}",
          "\"unfollow\"",
          "\"unsend\",\"unsend\":{\"messageId\":\"1\"}",
          "\"join\"",
          "\"leave\"",
          "\"memberJoined\",\"joined\":{\"members\":[{\"type\":\"user\",\"userId\":\"U1\"}]}",
          "\"memberLeft\",\"left\":{\"members\":[]}",
          "\"videoPlayComplete\",\"videoPlayComplete\":{\"trackingId\":\"t\"}",
          "\"beacon\",\"beacon\":{\"hwid\":\"d41d8cd98f\",\"type\":\"enter\"}",
          "\"accountLink\",\"link\":{\"result\":\"failed\",\"nonce\":\"n\"}",
          "\"things\",\"things\":{\"deviceId\":\"t\",\"type\":\"link\"}",
          "\"membership\",\"membership\":{\"type\":\"joined\",\"membershipId\":1}",
          "\"module\",\"module\":{\"type\":\"attached\",\"botId\":\"U\",\"scopes\":[]}",
          "\"botSuspended\"",
          "\"hologram\"");

  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_16BE,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16,
          Charset.forName("windows-31j"));

  private final Random random;

  GarbledEvents(Random random) {
    this.random = random;
  }

  byte[] body() {
    ObjectNode root = JSON.createObjectNode().put("destination", "Ubot");
    ArrayNode events = root.putArray("events");
    for (int i = random.nextInt(4); i >= 0; i--) {
      events.add(spoilt(event()));
    }
    String text = JSON.writeValueAsString(random.nextInt(20) == 0 ? spoilt(root) : root);
    return spoiltBytes(text);
  }

  /** Any text, well formed or not. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i >= 0; i--) {
      text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
    }
    return text.toString();
  }

  private JsonNode event() {
    return JSON.readTree(
        ("{\"type\":%s,\"mode\":\"active\",\"timestamp\":%d,\"source\":{\"type\":\"user\","
                + "\"userId\":\"U%d\"},\"webhookEventId\":\"01H%d\",\"replyToken\":\"t%d\","
                + "\"deliveryContext\":{\"isRedelivery\":%b}}")
            .formatted(
                KINDS.get(random.nextInt(KINDS.size())),
                1_795_000_000_000L + random.nextInt(1_000_000),
                random.nextInt(9),
                random.nextInt(1_000_000),
                random.nextInt(1_000_000),
                random.nextBoolean()));
  }

  /** With up to three values replaced, removed or added, at any depth. */
  private JsonNode spoilt(JsonNode node) {
    for (int i = random.nextInt(4); i > 0; i--) {
      List<ObjectNode> objects = new ArrayList<>();
      collect(node, objects);
      if (!objects.isEmpty()) {
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = List.copyOf(object.propertyNames());
        String name = names.isEmpty() ? "type" : names.get(random.nextInt(names.size()));
        switch (random.nextInt(3)) {
          case 0 -> object.remove(name);
          case 1 -> object.set(name, value(0));
          default -> object.set(text(), value(0));
        }
      }
    }
    return random.nextInt(30) == 0 ? value(0) : node;
  }

  private static void collect(JsonNode node, List<ObjectNode> into) {
    if (node instanceof ObjectNode object) {
      into.add(object);
    }
    node.values().forEach(child -> collect(child, into));
  }

  private JsonNode value(int depth) {
    return switch (random.nextInt(depth > 3 ? 7 : 10)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.valueToTree(random.nextBoolean());
      case 2 -> JSON.valueToTree(random.nextLong());
      case 3 -> JSON.valueToTree(random.nextGaussian() * 1e300);
      case 4 -> JSON.readTree("1" + "0".repeat(random.nextInt(300)));
      case 5 -> JSON.valueToTree("x".repeat(random.nextInt(7_000)));
      case 6 -> JSON.valueToTree(text());
      case 7 -> JSON.createArrayNode().add(value(depth + 1)).add(value(depth + 1));
      case 8 -> JSON.createObjectNode().set("type", value(depth + 1));
      default -> JSON.readTree("[".repeat(200) + "]".repeat(200));
    };
  }

  private byte[] spoiltBytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(14)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1 -> flipped(bytes);
      case 2 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
      case 3 -> text.getBytes(CHARSETS.get(random.nextInt(CHARSETS.size())));
      case 4 -> (text + text).getBytes(StandardCharsets.UTF_8);
      case 5 ->
          text.replace("\"events\":", "\"events\":" + "[".repeat(2_000))
              .getBytes(StandardCharsets.UTF_8);
      case 6 ->
          text.replace("ごみ", "\\ud83d" + text().replace("\"", "")).getBytes(StandardCharsets.UTF_8);
      case 7 -> text().getBytes(StandardCharsets.UTF_16BE);
      default -> bytes;
    };
  }

  private byte[] flipped(byte[] bytes) {
    byte[] flipped = bytes.clone();
    for (int i = random.nextInt(5); i >= 0; i--) {
      flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
    }
    return flipped;
  }
}
